import { EventType } from '../events/event-type';
import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { fingerprint } from '../tabs/fingerprint';
import { entryOf } from '../testing/journal-entry';
import { ADA } from '../testing/people';
import { leaveByRedirect, setupClient } from '../testing/setup-client';
import { startPage } from '../testing/start-page';

const MINUTE = 60_000;
const ago = (milliseconds: number): number => Date.now() - milliseconds;

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a sign-out of an earlier page', () => {
  it('is interrupted when it has not come back, and that is told once', async () => {
    const startedAt = ago(MINUTE);
    const { client, events } = await startPage([entryOf({ startedAt })]);

    const { homeAccountId, environment, tenantId, localAccountId } = ADA;
    const accounts = [{ homeAccountId, environment, tenantId, localAccountId }];
    expect(client.interrupted).toEqual({ correlationId: 'c-1', accounts, startedAt, resumed: 0 });
    expect(events).toEqual([
      expect.objectContaining({
        eventType: EventType.LOGOUT_INTERRUPTED,
        interactionType: 'redirect',
        correlationId: 'c-1',
        accounts,
      }),
    ]);
  });

  it('may be on its way for some seconds', async () => {
    jest.useFakeTimers();
    const { client, events } = await startPage([entryOf({ startedAt: ago(1_000) })]);
    expect(client.interrupted).toBeNull();
    expect(events).toEqual([]);
    await jest.advanceTimersByTimeAsync(4_000);

    expect(client.interrupted).not.toBeNull();
    expect(events).toHaveLength(1);
  });

  it('is interrupted at once when the tab that left for it is here without an answer', async () => {
    const { client, journal } = await startPage([entryOf()], [], (setup) => {
      setup.journal.leave('s-1');
    });

    expect(client.interrupted).not.toBeNull();
    expect(journal.findOfThisTab()).toBeNull();
  });

  it('is not interrupted while its page is there, in another tab', async () => {
    const { client } = await startPage([entryOf({ startedAt: ago(MINUTE) })], [], (setup) => {
      setup.tabLock.taken.add('end-session.owner.s-1');
    });

    expect(client.interrupted).toBeNull();
  });

  it('is interrupted at once when the tab that had it says so', async () => {
    const { client } = await startPage([entryOf({ stage: 'interrupted' })]);

    expect(client.interrupted).not.toBeNull();
  });

  it('is interrupted when nobody can tell whether its page is there', async () => {
    const { client } = await startPage([entryOf({ startedAt: ago(MINUTE) })], [], (setup) => {
      setup.tabLock.isTaken = () => Promise.reject(new Error('no locks'));
    });

    expect(client.interrupted).not.toBeNull();
  });

  it('is not told any more when it is finished while that is found out', async () => {
    const setup = await startPage([]);
    const asked = new Promise<(isTaken: boolean) => void>((ask) => {
      setup.tabLock.isTaken = () => new Promise(ask);
    });
    setup.journal.write(entryOf({ startedAt: ago(MINUTE) }));
    setup.journal.changeElsewhere();
    const answer = await asked;
    setup.journal.remove('s-1');
    setup.journal.changeElsewhere();
    answer(false);
    await new Promise((resolve) => setTimeout(resolve));

    expect(setup.client.interrupted).toBeNull();
    expect(setup.events).toEqual([]);
  });

  it('is not told again when something else changes', async () => {
    const { client, journal } = await startPage([entryOf({ startedAt: ago(MINUTE) })]);
    const told = jest.fn();
    client.addInterruptedListener(told);
    journal.changeElsewhere();
    await new Promise((resolve) => setTimeout(resolve));

    expect(told).not.toHaveBeenCalled();
  });

  it('is not looked for after the application has ended', async () => {
    jest.useFakeTimers();
    const { client, journal, events } = await startPage([entryOf({ startedAt: ago(1_000) })]);
    client.close();
    await jest.advanceTimersByTimeAsync(MINUTE);
    journal.changeElsewhere();
    await jest.advanceTimersByTimeAsync(MINUTE);

    expect(events).toEqual([]);
  });

  it('is no longer interrupted once another tab has finished it', async () => {
    const { client, journal } = await startPage([entryOf({ startedAt: ago(MINUTE) })]);
    const changed = new Promise<void>((resolve) => client.addInterruptedListener(resolve));
    journal.remove('s-1');
    journal.changeElsewhere();
    await changed;

    expect(client.interrupted).toBeNull();
  });

  it('is forgotten when its popup is back and the page that opened it is not there', async () => {
    const { client, journal } = await startPage([entryOf({ stage: 'returned' })]);

    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('does not hide another one', async () => {
    const { client, events } = await startPage([
      entryOf({ startedAt: ago(2 * MINUTE) }),
      entryOf({ stateId: 's-2', correlationId: 'c-2', startedAt: ago(MINUTE) }),
    ]);
    expect(client.interrupted?.correlationId).toBe('c-1');
    expect(events).toHaveLength(2);
    await client.dismiss();
    expect(client.interrupted?.correlationId).toBe('c-2');
    await client.dismiss();

    expect(client.interrupted).toBeNull();
    await expect(client.dismiss()).resolves.toBeUndefined();
  });
});

describe('on the page itself', () => {
  it('is noted before anything is cleared, and that it is cleared', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const noted: unknown[] = [];
    const clear = setup.cache.clear.bind(setup.cache);
    setup.cache.clear = (...args) => {
      noted.push(setup.journal.entries()[0]?.stage);
      return clear(...args);
    };
    await leaveByRedirect(setup);

    expect([...noted, setup.journal.entries()[0]?.stage]).toEqual(['begun', 'cleared']);
    expect(setup.journal.entries()[0]).toMatchObject({
      authority: 'https://id.example',
      logoutHint: 'ada',
    });
    expect(setup.client.interrupted).toBeNull();
  });

  it.each([
    ['confirmed', () => Promise.resolve(true), { onRedirectNavigate: () => false }, null],
    ['the page stays', () => Promise.resolve(false), {}, 'c-1'],
    ['the time is up', () => Promise.resolve(true), {}, 'c-1'],
  ])('is pending or not when it ends with: %s', async (_, answer, request, pending) => {
    const { client, navigation, events } = setupClient({ accounts: [ADA] });
    navigation.answer = answer;
    await client.logoutRedirect({ ...request, correlationId: 'c-1' });

    expect(client.interrupted?.correlationId ?? null).toBe(pending);
    expect(events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  });

  it('is not pending at a provider that has no end-session endpoint', async () => {
    const { client } = setupClient({ accounts: [ADA], auth: { authorityMetadata: '{}' } });

    expect(await client.logoutRedirect()).toMatchObject({ reason: 'no_end_session_endpoint' });
    expect(client.interrupted).toBeNull();
  });

  it('is pending when the popup was closed, until it comes back after all', async () => {
    const popup = new FakePopup();
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { client, events, journal } = setupClient({ accounts: [ADA] });
    const signOut = client.logoutPopup();
    const opened = new Promise<void>((resolve) => {
      client.addEventCallback(({ eventType }) => {
        if (eventType === EventType.POPUP_OPENED) resolve();
      });
    });
    await opened;
    const [entry] = journal.entries();
    popup.close();
    expect(await signOut).toMatchObject({ reason: 'popup_closed' });
    expect(client.interrupted).not.toBeNull();

    const changed = new Promise<void>((resolve) => client.addInterruptedListener(resolve));
    new BroadcastChannel(entry?.stateId ?? '').postMessage({ v: 1, payload: '' });
    await changed;
    expect(client.interrupted).toBeNull();
    expect(events.at(-1)?.eventType).toBe(EventType.SERVER_SIGN_OUT_CONFIRMED);
  });

  it('is not pending when the popup has come back and its word is late', async () => {
    const popup = new FakePopup();
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { client, journal } = setupClient({ accounts: [ADA] });
    client.addEventCallback(({ eventType }) => {
      if (eventType !== EventType.POPUP_OPENED) return;
      for (const entry of journal.entries()) journal.write({ ...entry, stage: 'returned' });
      popup.close();
    });

    expect(await client.logoutPopup()).toMatchObject({ server: 'confirmed' });
    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('is not pending when the popup has come back without an answer', async () => {
    const popup = new FakePopup();
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { client } = setupClient({ accounts: [ADA] });
    const postLogoutRedirectUri = 'http://localhost/bye';
    jest.spyOn(popup.location, 'replace').mockImplementation(() => {
      popup.seenAt = postLogoutRedirectUri;
    });

    expect(await client.logoutPopup({ postLogoutRedirectUri })).toMatchObject({
      server: 'unconfirmed',
    });
    expect(client.interrupted).toBeNull();
  });

  it('is not confirmed by somebody who deletes what is remembered of it', async () => {
    const popup = new FakePopup();
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { client, journal } = setupClient({ accounts: [ADA] });
    client.addEventCallback(({ eventType }) => {
      if (eventType !== EventType.POPUP_OPENED) return;
      for (const { stateId } of journal.entries()) journal.remove(stateId);
      popup.close();
    });

    expect(await client.logoutPopup()).toMatchObject({ reason: 'popup_closed' });
    expect(journal.entries()).toEqual([]);
  });

  it('is not pending when another tab has it', async () => {
    const { client, tabLock, journal } = setupClient({ accounts: [ADA] });
    tabLock.taken.add(`end-session.turn.${fingerprint(ADA)}`);

    expect(await client.logoutRedirect()).toMatchObject({ server: 'delegated' });
    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('is never noted when nothing is to happen at the server', async () => {
    const log: unknown[] = [];
    const loggerOptions = { loggerCallback: (...line: unknown[]): void => void log.push(line) };
    const { client, journal } = setupClient({ accounts: [ADA], system: { loggerOptions } });
    const write = jest.spyOn(journal, 'write');
    await client.clearCache();

    expect(write).not.toHaveBeenCalled();
    expect(log).toEqual([]);
  });

  it('is noted after the clearing when there was no room for it before', async () => {
    const log: string[] = [];
    const loggerCallback = (_level: number, message: string): void => void log.push(message);
    const setup = setupClient({ accounts: [ADA], system: { loggerOptions: { loggerCallback } } });
    const write = setup.journal.write.bind(setup.journal);
    setup.journal.write = (entry) => setup.cache.getAllAccounts().length === 0 && write(entry);
    await leaveByRedirect(setup);

    expect(setup.journal.entries()).toEqual([expect.objectContaining({ stage: 'cleared' })]);
    expect(log).toEqual([]);
  });

  it('signs out all the same when it cannot be noted, and says so in the log', async () => {
    const log: string[] = [];
    const loggerCallback = (_level: number, message: string): void => void log.push(message);
    const setup = setupClient({ accounts: [ADA], system: { loggerOptions: { loggerCallback } } });
    setup.journal.write = () => false;
    await leaveByRedirect(setup);

    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(log).toEqual([expect.stringContaining('interrupted')]);
  });
});
