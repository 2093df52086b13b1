import { accountIdentity } from '../cache/account-info';
import { ownerLock } from './owner-lock';
import { entryOf } from '../testing/journal-entry';
import { ADA, ALAN } from '../testing/people';
import { leaveByRedirect, setupClient } from '../testing/setup-client';
import { startPage } from '../testing/start-page';

const MINUTE = 60_000;
const ago = (milliseconds: number): number => Date.now() - milliseconds;

describe('of somebody who is signed in again', () => {
  const BOTH = [ADA, ALAN].map(accountIdentity);
  const old = entryOf({ startedAt: ago(MINUTE), leftAt: ago(MINUTE), accounts: BOTH });

  it('nothing is pending any more, and of the others it is', async () => {
    const { client } = await startPage([old], [ADA]);

    expect(client.interrupted?.accounts).toEqual([accountIdentity(ALAN)]);
  });

  it('nothing changes for others', async () => {
    const write = jest.fn();
    await startPage(
      [{ ...old, accounts: [accountIdentity(ALAN)] }],
      [ADA],
      ({ journal }) => (journal.write = write),
    );

    expect(write).not.toHaveBeenCalled();
  });

  it('nothing is pending either when they sign in on this page', async () => {
    const { client, cache, journal } = await startPage([old]);
    const changed = new Promise<void>((resolve) => {
      client.addInterruptedListener(() => client.interrupted ?? resolve());
    });
    cache.signIn(ADA);
    cache.signIn(ALAN);
    await changed;

    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('a sign-out goes on that another tab still has', async () => {
    const { journal } = await startPage([old], [ADA, ALAN], (setup) => {
      setup.tabLock.taken.add(ownerLock(entryOf()));
    });

    expect(journal.entries()).toHaveLength(1);
  });

  it('a sign-out goes on that runs on this page, also where there are no locks', async () => {
    const setup = setupClient({ accounts: [ADA] });
    setup.tabLock.take = () => Promise.reject(new Error('no locks'));
    await leaveByRedirect(setup);
    setup.cache.signIn(ADA);
    await new Promise((resolve) => setTimeout(resolve));

    expect(setup.journal.entries()).toHaveLength(1);
  });

  it('a sign-out of nobody that is known is still pending when nobody is signed in', async () => {
    const { client } = await startPage([{ ...old, accounts: [] }]);

    expect(client.interrupted?.accounts).toEqual([]);
  });

  it('a sign-out is still pending that was cut off before it had cleared anything', async () => {
    const { client } = await startPage([{ ...old, stage: 'begun' }], [ADA, ALAN]);

    expect(client.interrupted?.accounts).toEqual(BOTH);
  });
});
