import { ADA } from './testing/people';
import { leaveByRedirect, setupClient } from './testing/setup-client';

describe('MSAL’s interaction lock', () => {
  const LOCK = 'msal.interaction.status';
  const lock = (): string | null => sessionStorage.getItem(LOCK);

  beforeEach(() => sessionStorage.clear());

  it('is held as a sign-out while one runs, and free afterwards', async () => {
    const setup = setupClient({ accounts: [ADA] });
    let held: string | null = null;
    await setup.client.logoutRedirect({
      onRedirectNavigate: () => {
        held = lock();
        return false;
      },
    });

    expect(held).toBe('{"clientId":"mail-app","type":"signout"}');
    expect(lock()).toBeNull();
  });

  it('is free after a sign-out that failed', async () => {
    const { client, cache } = setupClient({ accounts: [ADA] });
    cache.stuck = true;
    await expect(client.logoutRedirect()).rejects.toThrow();

    expect(lock()).toBeNull();
  });

  it('stays held for the page that the redirect returns to', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await leaveByRedirect(setup);

    expect(lock()).not.toBeNull();
    await setupClient().client.initialize();
    expect(lock()).toBeNull();
  });

  it.each(['{"clientId":"mail-app","type":"signin"}', 'mail-app'])(
    'is respected when a sign-in holds it as %p',
    async (value) => {
      const { client, cache, events } = setupClient({ accounts: [ADA] });
      sessionStorage.setItem(LOCK, value);

      await expect(client.logoutPopup()).rejects.toMatchObject({ code: 'interaction_in_progress' });
      expect(cache.getAllAccounts()).toEqual([ADA]);
      expect(events).toEqual([]);
      expect(lock()).toBe(value);
    },
  );

  it('in the way of a sign-out, says how long that can last', async () => {
    const { client } = setupClient({ accounts: [ADA] });
    sessionStorage.setItem(LOCK, 'mail-app');

    await expect(client.logoutRedirect()).rejects.toThrow(/60 seconds.*clearCache/s);
  });

  it('of a sign-in whose popup the instance has opened, and which is gone, does not stop a sign-out', async () => {
    const { signInPopup, client } = setupClient({ accounts: [ADA] });
    await client.initialize();
    jest.spyOn(signInPopup, 'isGone', 'get').mockReturnValue(true);
    sessionStorage.setItem(LOCK, '{"clientId":"mail-app","type":"signin"}');

    const result = await client.logoutRedirect({ onRedirectNavigate: () => false });

    expect(result).toMatchObject({ local: 'cleared', server: 'skipped' });
    expect(lock()).toBeNull();
  });

  it('is watched while the client runs: popups of sign-ins are heard of from its start to its end', async () => {
    const { signInPopup, client } = setupClient();
    const [start, stop] = [jest.spyOn(signInPopup, 'start'), jest.spyOn(signInPopup, 'stop')];
    await client.initialize();
    expect([start.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0]);
    client.close();
    await Promise.resolve().then(() => undefined);

    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('does not stop a sign-out here only', async () => {
    const { client } = setupClient({ accounts: [ADA] });
    sessionStorage.setItem(LOCK, 'mail-app');

    await expect(client.clearCache()).resolves.toMatchObject({ local: 'cleared' });
    expect(lock()).toBe('mail-app');
  });

  it('is taken over from a sign-out that left it behind', async () => {
    const { client } = setupClient({ accounts: [ADA] });
    await client.initialize();
    sessionStorage.setItem(LOCK, '{"clientId":"mail-app","type":"signout"}');

    await expect(client.logoutRedirect({ onRedirectNavigate: () => false })).resolves.toMatchObject(
      {
        server: 'skipped',
      },
    );
    expect(lock()).toBeNull();
  });
});
