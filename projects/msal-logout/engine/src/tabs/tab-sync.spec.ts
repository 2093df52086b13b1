import { accountDigest, digestOf } from './account-digest';
import { accountIdentity } from '../cache/account-info';
import { entryOf } from '../testing/journal-entry';
import { ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import { aboutOf, noteOf } from '../testing/tab-note';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it.each([
  ['somebody is signed in', [ADA]],
  ['nobody is', []],
])('a page that starts tells the other tabs nothing when %s', async (_, accounts) => {
  const { client, tabs } = setupClient({ accounts });
  await client.initialize();

  expect(tabs.sent).toEqual([]);
});

it('tells the other tabs of a sign-in on this page', async () => {
  const { client, tabs, cache } = setupClient();
  await client.initialize();
  cache.signIn(ADA);

  expect(tabs.sent).toMatchObject([{ type: 'signed-in', about: aboutOf(ADA) }]);
});

it('hears what is noted while it makes the cache readable', async () => {
  const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
  const token = digestOf(JSON.stringify(ADA.idTokenClaims ?? null));
  const copies = [{ account: accountDigest(ADA), since: 1, token }];
  tabs.memory = { copies, isSigningIn: false };
  const initialize = cache.initialize.bind(cache);
  cache.initialize = () => {
    tabs.receive(noteOf());
    return initialize();
  };
  await client.initialize();
  await settled();

  expect(client.accounts).toEqual([ALAN]);
});

it('looks at pending sign-outs, too, when another tab has noted something', async () => {
  const { client, tabs, journal } = setupClient();
  journal.write(entryOf({ stage: 'interrupted' }));
  await client.initialize();
  expect(client.interrupted?.accounts).toEqual([accountIdentity(ADA)]);
  tabs.receive(noteOf({ type: 'dismissed', id: 's-1', order: 1 }));
  await settled();

  expect(client.interrupted).toBeNull();
});

describe('a page that comes out of the back/forward cache', () => {
  const show = (persisted: boolean): void => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  };

  const startPage = async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    await setup.client.initialize();
    setup.tabs.miss(noteOf());
    return setup;
  };

  it('follows what other tabs have done meanwhile', async () => {
    const { client } = await startPage();
    const changed = new Promise((resolve) => client.addAccountsListener(resolve));
    show(true);

    expect(await changed).toEqual([ALAN]);
  });

  it('tells of it when that goes wrong', async () => {
    const { cache, reported } = await startPage();
    cache.stuck = true;
    show(true);
    await settled();

    expect(reported).toEqual([expect.objectContaining({ code: 'cache_clear_failed' })]);
  });

  it('follows it, too, when it is shown for the first time only after that', async () => {
    const { client } = await startPage();
    show(false);
    await settled();

    expect(client.accounts).toEqual([ALAN]);
  });

  it('follows nobody after its application has ended', async () => {
    const { client, cache } = await startPage();
    client.close();
    await settled();
    show(true);
    await settled();

    expect(cache.getAllAccounts()).toEqual([ADA, ALAN]);
  });
});

it('hears nothing after a start that has failed', async () => {
  const { client, tabs, cache } = setupClient({ accounts: [ADA] });
  const listen = jest.spyOn(tabs, 'listen');
  const stop = jest.fn();
  listen.mockReturnValue(stop);
  jest.spyOn(cache, 'initialize').mockRejectedValueOnce(new Error('no crypto'));
  await expect(client.initialize()).rejects.toThrow('no crypto');

  expect(stop).toHaveBeenCalledTimes(1);
});
