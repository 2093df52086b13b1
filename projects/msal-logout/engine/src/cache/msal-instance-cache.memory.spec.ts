import { PublicClientApplication } from '@azure/msal-browser';
import { authenticationResult } from '../testing/authentication-result';
import { account } from '../testing/people';
import type { AccountInfo } from './account-info';
import { MsalInstanceCache } from './msal-instance-cache';

const [ADA, ALAN] = [account('ada'), account('alan')];

/** A real MSAL 5 that keeps everything in memory, with people signed in. */
async function setupMemory(...people: readonly AccountInfo[]) {
  const instance = new PublicClientApplication({
    auth: { clientId: 'c1' },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const cache = new MsalInstanceCache(instance);
  await cache.initialize();
  for (const person of people)
    await instance.hydrateCache(authenticationResult(person), { scopes: ['openid'] });
  const left = () => instance.getAllAccounts().map(({ homeAccountId }) => homeAccountId);
  return { instance, cache, left };
}

const targetOf = (...accounts: readonly AccountInfo[]) => ({ accounts, everyone: false });

it('clears who is meant, and keeps the others', async () => {
  const { cache, left } = await setupMemory(ADA, ALAN);
  expect(left()).toEqual(['ada', 'alan']);
  await cache.clear(targetOf(ADA), 'c-1');

  expect(left()).toEqual(['alan']);
});

it.each([
  ['who is meant', ADA, null],
  ['somebody else', ALAN, 'alan'],
])('keeps the active account unless it goes, here of %s', async (_, active, left) => {
  const { cache, instance } = await setupMemory(ADA, ALAN);
  instance.setActiveAccount(active);
  // MSAL itself would unset it only where it is asked to clear.
  const set = jest.spyOn(instance, 'setActiveAccount');
  await cache.clear(targetOf(ADA), 'c-1');

  expect(instance.getActiveAccount()?.homeAccountId ?? null).toBe(left);
  expect(set.mock.calls).toEqual(left === null ? [[null]] : []);
});

it('clears several', async () => {
  const { cache, left } = await setupMemory(ADA, ALAN);
  await cache.clear(targetOf(ALAN, ADA), 'c-1');

  expect(left()).toEqual([]);
});

it('takes nobody along whose ids contain those of who is meant, and says that it could not', async () => {
  const { cache, left } = await setupMemory(ADA, account('ada2'));

  await expect(cache.clear(targetOf(ADA), 'c-1')).rejects.toMatchObject({
    code: 'cache_clear_failed',
    correlationId: 'c-1',
    message: expect.stringContaining('Accounts left: 1.') as string,
  });
  expect(left()).toEqual(['ada', 'ada2']);
});

it('tells accounts of two environments apart', async () => {
  const elsewhere = account('ada', { environment: 'other.example' });
  const { cache, instance } = await setupMemory(ADA, elsewhere);
  await cache.clear(targetOf(ADA), 'c-1');

  expect(instance.getAllAccounts()).toEqual([
    expect.objectContaining({ environment: 'other.example' }),
  ]);
});

it('does not take an account for cleared that MSAL has kept', async () => {
  const { cache, instance } = await setupMemory(ADA, ALAN);
  jest.spyOn(instance, 'clearCache').mockResolvedValue();

  await expect(cache.clear(targetOf(ADA, ALAN), 'c-1')).rejects.toThrow('Accounts left: 2.');
});

it('does not take an account for cleared of which MSAL does not say whether it is', async () => {
  const { cache, instance } = await setupMemory(ADA);
  jest.spyOn(instance, 'getAllAccounts').mockImplementation(() => {
    throw new Error('broken');
  });

  await expect(cache.clear(targetOf(ADA), 'c-1')).rejects.toThrow('broken');
});

it('is not shared, and is what MSAL says', async () => {
  const { cache } = await setupMemory(ADA);

  expect(cache.isShared).toBe(false);
  expect(cache.getAllAccounts()).toEqual([expect.objectContaining({ homeAccountId: 'ada' })]);
});

describe('where there is no BroadcastChannel', () => {
  const { BroadcastChannel } = globalThis;
  beforeEach(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  afterEach(() => Object.assign(globalThis, { BroadcastChannel }));

  it('does not look there for what is in sessionStorage, which needs none', () => {
    const instance = new PublicClientApplication({
      auth: { clientId: 'c1' },
      cache: { cacheLocation: 'sessionStorage' },
    });
    const getAllAccounts = jest.spyOn(instance, 'getAllAccounts');

    expect(new MsalInstanceCache(instance).getAllAccounts()).toEqual([]);
    expect(getAllAccounts).not.toHaveBeenCalled();
  });
});
