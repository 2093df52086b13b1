import type { IdTokenClaims } from './account-info';
import { authenticationResult } from '../testing/authentication-result';
import { CLIENT_ID, entraPerson, MAJORS, msalConfiguration, TENANT } from '../testing/msal-majors';
import { WebStorageCache } from './web-storage-cache';

declare const jsdom: { reconfigure(options: { url: string }): void };

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b', 'alan');
type Person = typeof ADA;

const KEY_COOKIE = 'msal.cache.encryption';

// MSAL's cookie is for https only.
beforeAll(() => jsdom.reconfigure({ url: 'https://localhost/' }));
afterAll(() => jsdom.reconfigure({ url: 'http://localhost/' }));

beforeEach(() => localStorage.clear());
afterEach(() => {
  dropKey();
  jest.restoreAllMocks();
});

function dropKey(): void {
  document.cookie = `${KEY_COOKIE}=; max-age=0; secure`;
}

/** The claims of the person's ID token, with bytes that Base64 and Base64url write differently. */
function claimsOf({ localAccountId, username }: Person): IdTokenClaims & Record<string, unknown> {
  return { oid: localAccountId, tid: TENANT, login_hint: username, name: 'Zoë ÿ?>' };
}

describe.each(MAJORS.slice(1))('%s', (_, __, create) => {
  async function setupMsal(...people: readonly Person[]) {
    const instance = create(msalConfiguration('localStorage'));
    await instance.initialize();
    const signIn = async (person: Person): Promise<void> => {
      await instance.hydrateCache(authenticationResult(person, claimsOf(person)), {
        scopes: ['openid'],
      });
    };
    for (const person of people) await signIn(person);
    return { signIn };
  }

  function open(): WebStorageCache {
    return new WebStorageCache({ clientId: CLIENT_ID, cacheLocation: 'localStorage' });
  }

  it('has written nothing that names anybody', async () => {
    await setupMsal(ADA);

    expect(Object.values({ ...localStorage }).join()).not.toContain('ada@');
  });

  it('is read by the key in its cookie, with the claims of the ID tokens', async () => {
    await setupMsal(ADA, ALAN);
    const cache = open();
    expect(cache.getAllAccounts()).toEqual([]);
    await cache.initialize();

    expect(cache.hasUnreadable).toBe(false);
    expect(cache.getAllAccounts()).toEqual(
      [ADA, ALAN].map(
        (person) =>
          expect.objectContaining({ ...person, idTokenClaims: claimsOf(person) }) as object,
      ),
    );
  });

  it('is read anew when it has changed, and each entry is decrypted once', async () => {
    const { signIn } = await setupMsal(ADA);
    const cache = open();
    await cache.initialize();
    await signIn(ALAN);
    const decrypt = jest.spyOn(crypto.subtle, 'decrypt');
    await Promise.all([cache.refresh(), cache.refresh()]);

    expect(cache.getAllAccounts().map(({ username }) => username)).toEqual([
      ADA.username,
      ALAN.username,
    ]);
    // An account and an ID token; access tokens are nobody's to read here.
    expect(decrypt).toHaveBeenCalledTimes(2);
  });

  it('cannot be told of, but cleared, where its key is gone', async () => {
    await setupMsal(ADA);
    dropKey();
    const cache = open();
    await cache.initialize();

    expect(cache.hasUnreadable).toBe(true);
    expect(cache.getAllAccounts()).toEqual([]);
    await cache.clear({ accounts: [ADA], everyone: false }, 'c-1');
    expect(Object.keys(localStorage)).toEqual(['msal.version']);
    expect(cache.hasUnreadable).toBe(false);
  });

  it('is not read with the key of another session', async () => {
    await setupMsal(ADA);
    const key = document.cookie.slice(KEY_COOKIE.length + 1);
    const { id } = JSON.parse(decodeURIComponent(key)) as { id: string };
    const other = encodeURIComponent(JSON.stringify({ id: `${id}x`, key: 'AAAA' }));
    document.cookie = `${KEY_COOKIE}=${other}; secure`;
    const cache = open();
    await cache.initialize();

    expect(cache.hasUnreadable).toBe(true);
  });

  it('is read among other cookies', async () => {
    await setupMsal(ADA);
    const own = document.cookie;
    dropKey();
    expect(document.cookie).toBe('');
    for (const cookie of [`x${own}`, 'theme=dark', own]) document.cookie = `${cookie}; secure`;
    const cache = open();
    await cache.initialize();
    for (const name of [`x${KEY_COOKIE}`, 'theme']) document.cookie = `${name}=; max-age=0; secure`;

    expect(cache.getAllAccounts()).toHaveLength(1);
  });
});
