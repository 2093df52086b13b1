import { decodeState } from './request/library-state';
import { accountDigest } from './tabs/account-digest';
import type { JournalEntry } from './sign-outs/logout-journal';
import { ownerLock } from './sign-outs/owner-lock';
import { entryOf } from './testing/journal-entry';
import { ADA, ALAN } from './testing/people';
import type { ClientSetup } from './testing/setup-client';
import { setupClient } from './testing/setup-client';

const CLIENT = accountDigest({ homeAccountId: 'mail-app', environment: '' });

/** A page with a sign-out of Ada that was interrupted; while Alan is signed in. */
async function setupInterrupted(members = {}, setup: ClientSetup = {}) {
  const ports = setupClient({ accounts: [ALAN], ...setup });
  const aMinuteAgo = Date.now() - 60_000;
  ports.journal.write(entryOf({ startedAt: aMinuteAgo, leftAt: aMinuteAgo, ...members }));
  await ports.client.initialize();
  return ports;
}

type Setup = Awaited<ReturnType<typeof setupInterrupted>>;

/** Resumes, and waits until the page is left; where it is left for. */
async function resumeAndLeave({ client, navigation }: Setup): Promise<URL> {
  const left = new Promise<void>((resolve) => (navigation.onExternal = resolve));
  void client.resume();
  await left;
  return new URL(navigation.external[0]?.url ?? '');
}

it('goes to the provider again, with the hint that was kept', async () => {
  const setup = await setupInterrupted();
  const url = await resumeAndLeave(setup);

  expect(url.origin + url.pathname).toBe('https://id.example/session/end');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    logout_hint: 'ada',
    client_id: 'mail-app',
    'client-request-id': 'c-1',
    post_logout_redirect_uri: 'http://localhost/',
  });
  expect(decodeState(url.searchParams.get('state') ?? '')?.id).toBe('s-1');
});

it('signs nobody else out', async () => {
  const setup = await setupInterrupted();
  await resumeAndLeave(setup);

  expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
  expect(setup.events.map(({ eventType }) => eventType)).toEqual([
    'msal:logoutInterrupted',
    'msal:logoutStart',
    'msal:logoutSuccess',
  ]);
});

it('clears first what was not cleared', async () => {
  const setup = await setupInterrupted({ stage: 'begun' }, { accounts: [ADA, ALAN] });
  await resumeAndLeave(setup);

  expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
});

it.each([
  ['cleared', 0],
  ['begun', 1],
])('runs the tasks of the application if they may not have run (%s)', async (stage, runs) => {
  const task = jest.fn();
  await resumeAndLeave(await setupInterrupted({ stage }, { tasks: [task] }));

  expect(task).toHaveBeenCalledTimes(runs);
});

it('remembers the sign-out for as long as it is away, and how often it was resumed', async () => {
  const setup = await setupInterrupted();
  await resumeAndLeave(setup);

  expect(setup.journal.entries()).toEqual([
    expect.objectContaining({ stateId: 's-1', resumed: 1, stage: 'away' }),
  ]);
  expect(setup.client.interrupted).toBeNull();
});

it('can be tried again when the page has stayed', async () => {
  const setup = await setupInterrupted();
  setup.navigation.answer = () => Promise.resolve(false);

  expect(await setup.client.resume()).toMatchObject({ server: 'failed' });
  expect(setup.client.interrupted).toMatchObject({ correlationId: 'c-1', resumed: 1 });
});

it('is over where it turns out that the provider has no end-session endpoint', async () => {
  const setup = await setupInterrupted({}, { auth: { authorityMetadata: '{}' } });

  expect(await setup.client.resume()).toMatchObject({ reason: 'no_end_session_endpoint' });
  expect(setup.client.interrupted).toBeNull();
  expect(setup.journal.entries()).toEqual([]);
});

it.each([
  ['resumes the same', ownerLock(entryOf())],
  ['asks for the same account', `end-session.asking.${CLIENT}+${accountDigest(ADA)}`],
])('leaves it to another tab that %s', async (_, lock) => {
  const setup = await setupInterrupted();
  setup.tabLock.taken.add(lock);

  expect(await setup.client.resume()).toMatchObject({ server: 'delegated', reason: 'other_tab' });
  expect(setup.navigation.external).toEqual([]);
});

it('keeps what another tab needs that resumes the same', async () => {
  const setup = await setupInterrupted();
  const entry = setup.journal.find('s-1');
  setup.tabLock.taken.add(ownerLock(entryOf()));
  await setup.client.resume();

  expect(setup.journal.find('s-1')).toEqual(entry);
});

it('is not kept from it by what another tab has tried a moment ago', async () => {
  const setup = await setupInterrupted({ stage: 'interrupted', leftAt: Date.now() });
  await resumeAndLeave(setup);

  expect(setup.navigation.external).toHaveLength(1);
});

it('never returns to an address out of the journal', async () => {
  const setup = await setupInterrupted({ postLogoutRedirectUri: 'https://elsewhere.example/' });
  const url = await resumeAndLeave(setup);

  expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/');
});

it.each([
  ['https://id.example/other-policy', 'https://id.example/other-policy'],
  ['https://login.microsoftonline.us/contoso', 'https://login.microsoftonline.us/contoso'],
])('goes for the authority %p in the journal to %p', async (authority, used) => {
  const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
  const { client, navigation } = await setupInterrupted({ authority });
  navigation.answer = () => Promise.resolve(false);
  await client.resume();

  const [request] = fetched.mock.calls.map(([url]) => url as string);
  const [left] = navigation.external.map(({ url }) => url);
  expect(new URL(left ?? request ?? '').origin).toBe(new URL(used).origin);
  jest.restoreAllMocks();
});

it.each<[string, Partial<JournalEntry>]>([
  ['of another client', { clientId: 'calendar' }],
  ['of an authority elsewhere', { authority: 'https://elsewhere.example/' }],
  ['of an authority without https', { authority: 'http://id.example/' }],
  ['of an authority that is a script', { authority: 'javascript:alert(1)' }],
  ['of no authority', { authority: '' }],
])('is refused for a record %s, which is not told either', async (_, members) => {
  const { client, events, journal } = await setupInterrupted(members);

  expect(client.interrupted).toBeNull();
  await expect(client.resume()).rejects.toMatchObject({ code: 'no_interrupted_logout' });
  expect(events).toEqual([]);
  // Another client may know better.
  expect(journal.entries()).toHaveLength(1);
});

it('is refused, like every sign-out, for a configuration that cannot be used', async () => {
  const { client } = await setupInterrupted({}, { auth: { authority: 'id.example' } });

  await expect(client.resume()).rejects.toMatchObject({ code: 'invalid_request' });
});

it('has nothing to do when nothing was interrupted', async () => {
  const { client, events } = setupClient();
  await client.initialize();

  await expect(client.resume()).rejects.toMatchObject({ code: 'no_interrupted_logout' });
  expect(events).toEqual([]);
});
