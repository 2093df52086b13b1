import { accountIdentity } from '../cache/account-info';
import { ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';

const OF_ADA = { correlationId: 'c-1', accounts: [accountIdentity(ADA)], everyone: false };

describe('a page that starts', () => {
  it('tells the other tabs who is signed in', async () => {
    const { client, tabs } = setupClient({ accounts: [ADA] });
    await client.initialize();

    expect(tabs.sent).toEqual([{ type: 'signed-in', accounts: OF_ADA.accounts }]);
  });

  it('tells nothing when nobody is', async () => {
    const { client, tabs } = setupClient();
    await client.initialize();

    expect(tabs.sent).toEqual([]);
  });
});

it('tells the other tabs of a sign-in on this page', async () => {
  const { client, tabs, cache } = setupClient();
  await client.initialize();
  cache.replace([ADA], 'sign-in');

  expect(tabs.sent).toEqual([{ type: 'signed-in', accounts: OF_ADA.accounts }]);
});

describe('a page that comes out of the back/forward cache', () => {
  const show = (persisted: boolean): void => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  };

  const startPage = async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    await setup.client.initialize();
    setup.tabs.late.push({
      ...OF_ADA,
      at: Date.now(),
      isAbout: (it) => it.homeAccountId === 'ada',
    });
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
    await new Promise((resolve) => setTimeout(resolve));

    expect(reported).toEqual([expect.objectContaining({ code: 'cache_clear_failed' })]);
  });

  it('has missed nothing when it is only shown for the first time', async () => {
    const { cache } = await startPage();
    show(false);
    await new Promise((resolve) => setTimeout(resolve));

    expect(cache.getAllAccounts()).toEqual([ADA, ALAN]);
  });

  it('follows nobody after its application has ended', async () => {
    const { client, cache } = await startPage();
    client.close();
    await new Promise((resolve) => setTimeout(resolve));
    show(true);
    await new Promise((resolve) => setTimeout(resolve));

    expect(cache.getAllAccounts()).toEqual([ADA, ALAN]);
  });
});
