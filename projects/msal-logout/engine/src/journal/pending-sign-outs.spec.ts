import type { AccountInfo } from '../cache/account-info';
import { accountIdentity } from '../cache/account-info';
import type { JournalEntry } from './logout-journal';
import { EventType } from '../events/event-type';
import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { entryOf } from '../testing/journal-entry';
import { ADA, ALAN } from '../testing/people';
import { leaveByRedirect, setupClient } from '../testing/setup-client';

const MINUTE = 60_000;
const ago = (milliseconds: number): number => Date.now() - milliseconds;

/** A page that starts after earlier ones have left `entries` behind. */
async function startPage(
  entries: readonly JournalEntry[],
  accounts: readonly AccountInfo[] = [],
  prepare: (setup: ReturnType<typeof setupClient>) => void = () => undefined,
) {
  const setup = setupClient({ accounts });
  for (const entry of entries) setup.journal.write(entry);
  prepare(setup);
  await setup.client.initialize();
  return setup;
}

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
  });
});

describe('of somebody who is signed in again', () => {
  const BOTH = [ADA, ALAN].map(accountIdentity);
  const old = entryOf({ startedAt: ago(MINUTE), accounts: BOTH });

  it('nothing is pending any more, and of the others it is', async () => {
    const { client } = await startPage([old], [ADA]);

    expect(client.interrupted?.accounts).toEqual([accountIdentity(ALAN)]);
  });

  it('nothing is pending either when they sign in on this page', async () => {
    const { client, cache, journal } = await startPage([old]);
    const changed = new Promise<void>((resolve) => client.addInterruptedListener(resolve));
    cache.replace([ADA, ALAN], 'sign-in');
    await changed;

    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('a sign-out goes on that another tab still has', async () => {
    const { journal } = await startPage([old], [ADA, ALAN], (setup) => {
      setup.tabLock.taken.add('end-session.owner.s-1');
    });

    expect(journal.entries()).toHaveLength(1);
  });

  it('a sign-out is still pending that was cut off before it had cleared anything', async () => {
    const { client } = await startPage([{ ...old, stage: 'begun' }], [ADA, ALAN]);

    expect(client.interrupted?.accounts).toEqual(BOTH);
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
  });

  it('is never noted when nothing is to happen at the server', async () => {
    const { client, journal } = setupClient({ accounts: [ADA] });
    const write = jest.spyOn(journal, 'write');
    await client.clearCache();

    expect(write).not.toHaveBeenCalled();
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
