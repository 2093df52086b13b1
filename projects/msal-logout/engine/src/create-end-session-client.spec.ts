import { createEndSessionClient } from './create-end-session-client';
import type { EndSessionClient } from './end-session-client';
import type { EndSessionClientOptions } from './create-end-session-client';
import { storedNotes } from './tabs/note-storage';
import { ADA } from './testing/people';

const TAB = 'end-session.tab';
const opened: { close(): void }[] = [];

/** A client of a configuration, in a tab of its own. */
async function setupClient(
  options: EndSessionClientOptions = {},
  cacheLocation = 'localStorage',
): Promise<EndSessionClient> {
  const client = createEndSessionClient(
    {
      auth: {
        clientId: 'c1',
        authority: 'https://id.example',
        authorityMetadata: JSON.stringify({ end_session_endpoint: 'https://id.example/end' }),
      },
      cache: { cacheLocation },
    },
    options,
  );
  opened.push(client);
  await client.initialize();
  return client;
}

/** What the tabs of a name hear. */
function listenTo(name: string): string[] {
  const heard: string[] = [];
  const channel = new BroadcastChannel(`end-session.${name}`);
  channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
    heard.push(data.type);
  });
  opened.push(channel);
  return heard;
}

const later = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  jest.restoreAllMocks();
});

it.each([
  ['the client id', {}, { c1: ['signed-out'], together: [] }],
  ['the name', { tabSync: 'together' }, { c1: [], together: ['signed-out'] }],
  ['nothing', { tabSync: false }, { c1: [], together: [] }],
] as const)('tells other tabs by %s', async (_, options, told) => {
  const heard = { c1: listenTo('c1'), together: listenTo('together') };
  await (await setupClient(options)).clearCache();
  await later();

  expect(heard).toEqual(told);
});

it('has no channel to other tabs where it is not to tell them', async () => {
  const { BroadcastChannel } = globalThis;
  const channels = jest
    .spyOn(globalThis, 'BroadcastChannel')
    .mockImplementation((name) => new BroadcastChannel(name));
  const names = () => channels.mock.calls.map(([name]) => name);
  await (await setupClient({ tabSync: false })).clearCache();
  expect(names().filter((name) => name.startsWith('end-session.'))).toEqual([]);
  await (await setupClient()).clearCache();
  expect(names()).toContain('end-session.c1');
});

it.each(['sessionStorage', 'localStorage'])(
  'with %s notes sign-outs for tabs that are away, and remembers what this one has',
  async (cacheLocation) => {
    await (await setupClient({}, cacheLocation)).clearCache();

    expect(storedNotes()).toMatchObject([{ type: 'signed-out', group: 'c1' }]);
    expect(sessionStorage.getItem(TAB)).not.toBeNull();
  },
);

it('has a field of a section overridden, and keeps the others', async () => {
  const client = await setupClient(
    { endSession: { cache: {}, auth: { postLogoutRedirectUri: '/bye' } } },
    'sessionStorage',
  );
  const shown: string[] = [];
  await client.logoutRedirect({
    onRedirectNavigate: (url) => {
      shown.push(url);
      return false;
    },
  });

  const { origin, pathname, searchParams } = new URL(shown[0] ?? '');
  expect(origin + pathname).toBe('https://id.example/end');
  expect(searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/bye');
  expect(sessionStorage.getItem(TAB)).not.toBeNull();
});

it('has the browser report what went wrong beside a sign-out', async () => {
  const report = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const failing = (): never => {
    throw new Error('a task');
  };
  await (await setupClient({ tasks: [failing] })).clearCache({ account: ADA });

  expect(report).toHaveBeenCalledWith(expect.objectContaining({ code: 'sign_out_task_failed' }));
});
