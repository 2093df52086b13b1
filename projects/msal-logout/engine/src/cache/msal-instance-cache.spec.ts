import { EventType, PublicClientApplication } from '@azure/msal-browser';
import { authenticationResult } from '../testing/authentication-result';
import type { StoredPerson } from '../testing/msal-storage';
import { msalEntries } from '../testing/msal-storage';
import type { CacheFact } from './account-cache';
import { MsalInstanceCache } from './msal-instance-cache';

const CLIENT_ID = 'c1';

const ADA: StoredPerson = {
  homeAccountId: 'ada',
  environment: 'id.example',
  tenantId: '',
  localAccountId: 'ada',
  username: 'ada@mail.example',
};

/** A real MSAL 5 with Ada signed in and active. */
async function setupInstance() {
  sessionStorage.clear();
  const entries = msalEntries('schema 3 (5.8)', {
    people: [ADA],
    clientIds: [CLIENT_ID],
    active: ADA,
  });
  for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
  const instance = new PublicClientApplication({ auth: { clientId: CLIENT_ID } });
  const cache = new MsalInstanceCache(instance);
  await cache.initialize();
  return { instance, cache };
}

const adaOnly = { accounts: [ADA], everyone: false };

it('initializes MSAL until that has succeeded, and not again', async () => {
  sessionStorage.clear();
  const instance = new PublicClientApplication({ auth: { clientId: CLIENT_ID } });
  const initialize = jest
    .spyOn(instance, 'initialize')
    .mockRejectedValueOnce(new Error('no crypto'));
  const cache = new MsalInstanceCache(instance);

  await cache.initialize();
  await cache.initialize();
  await cache.initialize();
  expect(initialize).toHaveBeenCalledTimes(2);
});

it('has MSAL tell that the active account has changed', async () => {
  const { instance, cache } = await setupInstance();
  const told: (string | null)[] = [];
  instance.addEventCallback(
    ({ eventType }) => told.push(eventType),
    [EventType.ACTIVE_ACCOUNT_CHANGED],
  );
  await cache.clear(adaOnly, 'c-1');

  expect(instance.getActiveAccount()).toBeNull();
  expect(told).toEqual([EventType.ACTIVE_ACCOUNT_CHANGED]);
});

it('leaves nothing to do for MSAL where everything is in the Web Storage', async () => {
  const { instance, cache } = await setupInstance();
  const clearCache = jest.spyOn(instance, 'clearCache');
  const getAllAccounts = jest.spyOn(instance, 'getAllAccounts');
  expect(cache.getAllAccounts()).toHaveLength(1);
  await cache.clear(adaOnly, 'c-1');

  expect(getAllAccounts).not.toHaveBeenCalled();
  expect(clearCache).not.toHaveBeenCalled();
  expect(instance.getAllAccounts()).toEqual([]);
});

it.each([
  ['has MSAL clear', 'app.theme', 1],
  ['does not have MSAL clear, which would take what is not theirs,', 'ada.id.example.notes', 0],
])('%s a token that is bound to a key, beside %s', async (_, foreign, times) => {
  const { instance, cache } = await setupInstance();
  for (const [key, text] of Object.entries<string>({ ...sessionStorage })) {
    if (!key.includes('|accesstoken|')) continue;
    sessionStorage.setItem(key.replace('accesstoken', 'accesstoken_with_authscheme'), text);
  }
  sessionStorage.setItem(foreign, 'kept');
  const clearCache = jest.spyOn(instance, 'clearCache');
  await cache.clear(adaOnly, 'c-1');

  expect(clearCache).toHaveBeenCalledTimes(times);
  expect(Object.keys(sessionStorage).filter((key) => key.includes('authscheme'))).toEqual([]);
  expect(sessionStorage.getItem(foreign)).toBe('kept');
});

it('does not take an account for cleared whose token is still there', async () => {
  const { cache } = await setupInstance();
  const remove = Storage.prototype.removeItem;
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(function (this: Storage, key) {
    if (!key.includes('refreshtoken')) remove.call(this, key);
  });

  await expect(cache.clear(adaOnly, 'c-1')).rejects.toMatchObject({ code: 'cache_clear_failed' });
  expect(cache.getAllAccounts()).toEqual([]);
  jest.restoreAllMocks();
});

it.each(['account.keys', 'token.keys'])(
  'clears although MSAL breaks down on its list of %s',
  async (map) => {
    const { cache, instance } = await setupInstance();
    const [key = ''] = Object.keys(sessionStorage).filter((each) => each.includes(map));
    sessionStorage.setItem(key, '["cut in the mid');
    expect(() => instance.getAllAccounts()).toThrow(SyntaxError);

    await cache.clear(adaOnly, 'c-1');

    expect(instance.getAllAccounts()).toEqual([]);
    expect(Object.keys(sessionStorage)).toEqual(['msal.version']);
  },
);

it.each([
  ['focus', window],
  ['pageshow', window],
  ['visibilitychange', document],
  ['resume', document],
] as const)('tells at %s, by when a tab may have missed something', async (type, target) => {
  const { cache } = await setupInstance();
  const facts: CacheFact[] = [];
  const stop = cache.onFact((fact) => facts.push(fact));
  target.dispatchEvent(new Event(type));
  expect(facts).toEqual([{ type: 'changed' }]);

  stop();
  target.dispatchEvent(new Event(type));
  expect(facts).toEqual([{ type: 'changed' }]);
});

it('tells of every event of MSAL until it is not wanted any more', async () => {
  const { instance, cache } = await setupInstance();
  let told = 0;
  const stop = cache.onFact(() => told++);
  instance.setActiveAccount(null);
  stop();
  instance.setActiveAccount(null);

  expect(told).toBe(1);
});

describe('where tabs share a localStorage', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve, 50));

  async function setupShared() {
    localStorage.clear();
    const instance = new PublicClientApplication({
      auth: { clientId: CLIENT_ID },
      cache: { cacheLocation: 'localStorage' },
    });
    const cache = new MsalInstanceCache(instance);
    await cache.initialize();
    await instance.hydrateCache(authenticationResult(ADA), { scopes: ['openid'] });
    return { instance, cache };
  }

  it('tells of an event of MSAL when it has read what is new', async () => {
    const { instance, cache } = await setupShared();
    const facts: CacheFact[] = [];
    const stop = cache.onFact((fact) => facts.push(fact));
    expect(cache.isShared).toBe(true);
    instance.setActiveAccount(null);
    expect(facts).toEqual([]);
    await later();

    expect(facts).toContainEqual({ type: 'changed' });
    stop();
  });

  it('clears without asking MSAL, which would undo what another tab has just written', async () => {
    const { instance, cache } = await setupShared();
    const [ada] = instance.getAllAccounts();
    instance.setActiveAccount(ada ?? null);
    const asked = [
      jest.spyOn(instance, 'getAllAccounts'),
      jest.spyOn(instance, 'getActiveAccount'),
      jest.spyOn(instance, 'clearCache'),
    ];
    const changed = jest.spyOn(instance, 'setActiveAccount');
    await cache.clear(adaOnly, 'c-1');

    expect(asked.map(({ mock }) => mock.calls)).toEqual([[], [], []]);
    expect(changed.mock.calls).toEqual([[null]]);
    expect(instance.getAllAccounts()).toEqual([]);
  });

  it('leaves the active account to somebody else', async () => {
    const { instance, cache } = await setupShared();
    const [ada] = instance.getAllAccounts();
    instance.setActiveAccount(ada ?? null);
    const changed = jest.spyOn(instance, 'setActiveAccount');
    const alan = { ...ADA, homeAccountId: 'alan', localAccountId: 'alan' };
    await cache.clear({ accounts: [alan], everyone: false }, 'c-1');

    expect(changed).not.toHaveBeenCalled();
    expect(instance.getActiveAccount()).toMatchObject({ homeAccountId: 'ada' });
  });

  it('has MSAL forget what it has decrypted', async () => {
    const { instance, cache } = await setupShared();
    const before = { ...localStorage } as Record<string, string>;
    await cache.clear(adaOnly, 'c-1');
    await later();
    Object.assign(localStorage, before);

    expect(instance.getAllAccounts()).toEqual([]);
  });
});

const blocked = (storage: 'localStorage' | 'sessionStorage') => () =>
  jest.spyOn(window, storage, 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

describe.each([
  ['localStorage', 'localStorage is blocked', blocked('localStorage')],
  ['sessionStorage', 'sessionStorage is blocked', blocked('sessionStorage')],
  [
    'localStorage',
    'there is no BroadcastChannel',
    () => Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
  ],
])('with %s, where %s', (cacheLocation, _, takeAway) => {
  const { BroadcastChannel } = globalThis;

  afterEach(() => {
    jest.restoreAllMocks();
    Object.assign(globalThis, { BroadcastChannel });
  });

  it('lists and clears what MSAL keeps in memory against its configuration', async () => {
    takeAway();
    const instance = new PublicClientApplication({
      auth: { clientId: CLIENT_ID },
      cache: { cacheLocation },
    });
    const cache = new MsalInstanceCache(instance);
    await cache.initialize();
    await instance.hydrateCache(authenticationResult(ADA), { scopes: ['openid'] });

    expect(cache.isShared).toBe(false);
    expect(cache.getAllAccounts()).toEqual([expect.objectContaining(ADA)]);
    await cache.clear(adaOnly, 'c-1');
    expect(instance.getAllAccounts()).toEqual([]);
  });
});
