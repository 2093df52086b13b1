import { PublicClientApplication as Msal5 } from '@azure/msal-browser';
import { authenticationResult } from '../testing/authentication-result';
import { account } from '../testing/people';
import { MsalInstanceCache } from './msal-instance-cache';
import { WebStorageCache } from './web-storage-cache';

const ADA = account('ada');
const TARGET = { accounts: [ADA], everyone: false };

type Area = 'localStorage' | 'sessionStorage';

/** The ways in which browsers keep a page from its storage. */
const BLOCKS = {
  throws: (area: Area) =>
    jest.spyOn(window, area, 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    }),
  'is null': (area: Area) => jest.spyOn(window, area, 'get').mockReturnValue(null as never),
  'throws when it is used': (area: Area) => {
    const refuse = (): never => {
      throw new DOMException('', 'SecurityError');
    };
    const proxy = new Proxy({} as Storage, { get: refuse, ownKeys: refuse });
    return jest.spyOn(window, area, 'get').mockReturnValue(proxy);
  },
};

const { BroadcastChannel } = globalThis;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  jest.restoreAllMocks();
  Object.assign(globalThis, { BroadcastChannel });
});

async function setupInstance(cacheLocation: string) {
  const instance = new Msal5({ auth: { clientId: 'c1' }, cache: { cacheLocation } });
  const cache = new MsalInstanceCache(instance);
  await cache.initialize();
  await instance.hydrateCache(authenticationResult(ADA), { scopes: ['openid'] });
  return { instance, cache };
}

describe.each(Object.entries(BLOCKS))('where the storage %s', (_, block) => {
  it.each<[Area]>([['localStorage'], ['sessionStorage']])(
    'a cache in %s without MSAL is not proven to be clear, and the other one is',
    async (area) => {
      block(area);
      const other = area === 'localStorage' ? 'sessionStorage' : 'localStorage';

      for (const [cacheLocation, local] of [
        [area, 'unproven'],
        [other, 'cleared'],
      ] as const) {
        const cache = new WebStorageCache({ clientId: 'c1', cacheLocation });
        expect(cache.getAllAccounts()).toEqual([]);
        expect(await cache.clear(TARGET, 'c-1')).toBe(local);
      }
    },
  );

  it.each<[Area]>([['localStorage'], ['sessionStorage']])(
    'an instance whose %s was blocked after somebody had signed in is not proven to be clear',
    async (area) => {
      const { cache } = await setupInstance(area);
      block(area);

      expect(await cache.clear(TARGET, 'c-1')).toBe('unproven');
      jest.restoreAllMocks();
      expect(Object.keys(window[area]).filter((key) => key.includes('ada'))).not.toEqual([]);
      expect(await cache.clear(TARGET, 'c-1')).toBe('cleared');
      expect(Object.keys(window[area]).filter((key) => key.includes('ada'))).toEqual([]);
    },
  );
});

// MSAL itself is not to be made where a storage throws when it is used.
it.each<[Area, 'throws' | 'is null']>([
  ['localStorage', 'throws'],
  ['sessionStorage', 'throws'],
  ['localStorage', 'is null'],
  ['sessionStorage', 'is null'],
])(
  'an instance whose %s %s is cleared in memory, but what was there before is not proven to be gone',
  async (area, how) => {
    BLOCKS[how](area);
    const { cache, instance } = await setupInstance(area);
    expect(cache.getAllAccounts()).toHaveLength(1);

    expect(await cache.clear(TARGET, 'c-1')).toBe('unproven');
    expect(instance.getAllAccounts()).toEqual([]);
  },
);

it.each(['memoryStorage', '', 'cookie'])(
  'nobody sees into the memory of an MSAL that is only configured: %p',
  async (cacheLocation) => {
    const cache = new WebStorageCache({ clientId: 'c1', cacheLocation });

    expect(await cache.clear(TARGET, 'c-1')).toBe('unproven');
  },
);

it('an instance that keeps everything in memory is proven to be clear', async () => {
  const { cache } = await setupInstance('memoryStorage');

  expect(await cache.clear(TARGET, 'c-1')).toBe('cleared');
});

it('so is one that keeps everything in memory for want of a BroadcastChannel', async () => {
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const { cache } = await setupInstance('localStorage');

  expect(await cache.clear(TARGET, 'c-1')).toBe('cleared');
});
