import { URL as NodeUrl } from 'node:url';
import type { EndSessionClient } from './end-session-client';
import type { EndSessionConfiguration } from './request/end-session-configuration';
import type { EndSessionPopupRequest } from './request/end-session-popup-request';
import { HOSTILE_URIS } from './testing/hostile-uris';
import { entryOf } from './testing/journal-entry';
import { setupClient } from './testing/setup-client';

declare const jsdom: { reconfigure(options: { url: string }): void };

// What an address means is for Node's parser to say, which the code under test does not use here.

const TRICKS = Object.entries(HOSTILE_URIS);

/** What is a path on one of them is another host on the other. */
const PAGES = ['http://localhost/mail', 'https://app.example/mail'] as const;

interface Outcome {
  /** The code of the error; `null` when there was none. */
  readonly code: string | null;
  /** Where this page was sent. */
  readonly here: readonly NodeUrl[];
  /** What was asked for and gone to elsewhere. */
  readonly elsewhere: readonly NodeUrl[];
}

/** What comes of a sign-out for which nothing can be fetched, and every page stays. */
async function signOut(
  start: (client: EndSessionClient) => Promise<unknown>,
  auth: Partial<EndSessionConfiguration['auth']> = {},
  journal: { readonly authority?: string; readonly postLogoutRedirectUri?: string } = {},
): Promise<Outcome> {
  const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
  fetched.mockClear();
  const setup = setupClient({ auth });
  setup.navigation.answer = () => Promise.resolve(false);
  const aMinuteAgo = Date.now() - 60_000;
  setup.journal.write(entryOf({ startedAt: aMinuteAgo, leftAt: aMinuteAgo, ...journal }));
  await setup.client.initialize();
  const code = await start(setup.client).then(
    () => null,
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
  const left = setup.navigation.external.map(({ url }) => url);
  return {
    code,
    here: setup.navigation.internal.map((url) => new NodeUrl(url)),
    elsewhere: [...fetched.mock.calls.map(([url]) => url as string), ...left].map(
      (url) => new NodeUrl(url),
    ),
  };
}

/** The values that something does not hold for. */
async function exceptions(
  uris: readonly string[],
  holds: (uri: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const uri of uris) if (!(await holds(uri))) found.push(uri);
  return found;
}

/** A field in the request, and the same in the configuration. */
function* bothWays(
  field: 'authority' | 'postLogoutRedirectUri',
  uri: string,
): Generator<[EndSessionPopupRequest, Partial<EndSessionConfiguration['auth']>]> {
  yield [{ [field]: uri }, {}];
  yield [{}, { [field]: uri }];
}

const isWeb = ({ protocol }: NodeUrl): boolean => protocol === 'http:' || protocol === 'https:';

afterEach(() => {
  jest.restoreAllMocks();
  jsdom.reconfigure({ url: 'http://localhost/' });
});

it('there are more than 200 hostile values, each of them once', () => {
  const values = TRICKS.flatMap(([, uris]) => uris);

  expect(values.length).toBeGreaterThan(200);
  expect(new Set(values).size).toBe(values.length);
});

describe.each(PAGES)('at %s', (page) => {
  const { origin } = new NodeUrl(page);
  beforeEach(() => jsdom.reconfigure({ url: page }));

  it.each(TRICKS)('mainWindowRedirectUri cannot leave the origin by %s', async (_, uris) => {
    window.open = () => null;
    const wrong = await exceptions(uris, async (mainWindowRedirectUri) => {
      const { code, here } = await signOut((client) =>
        client.logoutPopup({ mainWindowRedirectUri }),
      );
      const canStay =
        NodeUrl.canParse(mainWindowRedirectUri, page) &&
        new NodeUrl(mainWindowRedirectUri, page).origin === origin;
      if (code === 'invalid_redirect_uri') return here.length === 0;
      return code === null && canStay && here.length === 1 && here[0]?.origin === origin;
    });

    expect(wrong).toEqual([]);
  });

  it.each(TRICKS)('postLogoutRedirectUri leads to a web page, whatever %s', async (_, uris) => {
    const wrong = await exceptions(uris, async (uri) => {
      for (const [request, auth] of bothWays('postLogoutRedirectUri', uri)) {
        const { code, elsewhere } = await signOut((client) => client.logoutRedirect(request), auth);
        if (code === 'invalid_redirect_uri' && elsewhere.length === 0) continue;
        // The provider does not know this page: it reads the address by itself.
        const sent = new NodeUrl(elsewhere[0]?.searchParams.get('post_logout_redirect_uri') ?? '');
        const namesItsHost = /^https?:\/\//i.test(uri);
        if (code !== null || !isWeb(sent) || !(namesItsHost || sent.origin === origin))
          return false;
      }
      return true;
    });

    expect(wrong).toEqual([]);
  });
});

it.each(TRICKS)('an authority is asked over https, or not at all, whatever %s', async (_, uris) => {
  const wrong = await exceptions(uris, async (uri) => {
    for (const [request, auth] of bothWays('authority', uri)) {
      const { code, elsewhere } = await signOut((client) => client.logoutRedirect(request), {
        ...auth,
        authorityMetadata: undefined,
      });
      if (code === 'invalid_request' && elsewhere.length === 0) continue;
      const overHttps = elsewhere.length > 0 && elsewhere.every((it) => it.protocol === 'https:');
      if (code !== null || !overHttps) return false;
    }
    return true;
  });

  expect(wrong).toEqual([]);
});

it.each(TRICKS)('resume() goes nowhere new for %s in the journal', async (_, uris) => {
  const wrong = await exceptions(uris, async (uri) => {
    const { code, elsewhere } = await signOut(
      (client) => client.resume(),
      {},
      {
        authority: uri,
        postLogoutRedirectUri: uri,
      },
    );
    if (code === 'no_interrupted_logout') return elsewhere.length === 0;
    const [{ protocol, host, searchParams } = new NodeUrl('x:')] = elsewhere;
    return (
      code === null &&
      elsewhere.length === 1 &&
      protocol === 'https:' &&
      ['id.example', 'login.microsoftonline.com'].includes(host) &&
      (searchParams.get('post_logout_redirect_uri') ?? 'http://localhost/') === 'http://localhost/'
    );
  });

  expect(wrong).toEqual([]);
});

it.each(TRICKS)('resume() is refused for %s in the configuration', async (_, uris) => {
  const wrong = await exceptions(uris, async (authority) => {
    const auth = { authority, authorityMetadata: undefined };
    const { code, elsewhere } = await signOut((client) => client.resume(), auth);
    // The record is of another authority.
    if (code === 'no_interrupted_logout') return elsewhere.length === 0;
    if (code === 'invalid_request') return elsewhere.length === 0;
    return code === null && elsewhere.every((it) => it.protocol === 'https:');
  });

  expect(wrong).toEqual([]);
});
