import { EventType } from '../events/event-type';
import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { accountDigest } from '../tabs/account-digest';
import { ADA } from '../testing/people';
import { leaveByRedirect, setupClient } from '../testing/setup-client';
import { startPage } from '../testing/start-page';
import { noteOf } from '../testing/tab-note';

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a sign-out of the page itself', () => {
  it('is noted before anything is cleared, that it is cleared, and that it has left', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const noted: unknown[] = [];
    const write = setup.journal.write.bind(setup.journal);
    setup.journal.write = (entry) => {
      noted.push([entry.stage, setup.cache.getAllAccounts().length]);
      return write(entry);
    };
    await leaveByRedirect(setup);

    expect(noted).toEqual([
      ['begun', 1],
      ['cleared', 0],
      ['away', 0],
    ]);
    expect(setup.journal.entries()[0]).toMatchObject({
      clientId: 'mail-app',
      authority: 'https://id.example',
      logoutHint: 'ada',
      leftAt: expect.any(Number),
    });
    expect(setup.journal.ofThisTab).toBe(setup.journal.entries()[0]?.stateId);
    expect(setup.client.interrupted).toBeNull();
  });

  it.each([
    [
      'the application keeps the page',
      () => Promise.resolve(true),
      { onRedirectNavigate: () => false },
      null,
    ],
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
    const { client, journal, tabs } = setupClient({ accounts: [ADA] });
    client.addEventCallback(({ eventType }) => {
      if (eventType !== EventType.POPUP_OPENED) return;
      for (const { stateId } of journal.entries()) {
        tabs.miss(noteOf({ type: 'returned', id: stateId, order: 1 }));
      }
      popup.close();
    });

    expect(await client.logoutPopup()).toMatchObject({ server: 'confirmed' });
    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('is pending when the popup has come back without an answer', async () => {
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
    expect(client.interrupted).not.toBeNull();
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
    expect(journal.entries()).toMatchObject([{ stage: 'interrupted' }]);
  });

  it.each([
    ['none', null],
    ['one of another origin', 'https://elsewhere.example/'],
  ])('is settled once the page has left for an address to return to: %s', async (_, uri) => {
    const setup = setupClient({ accounts: [ADA] });
    await leaveByRedirect(setup, { postLogoutRedirectUri: uri });
    const [entry] = setup.journal.entries();
    expect(entry?.stage).toBe('gone');
    const next = await startPage(entry ? [entry] : []);

    expect(next.client.interrupted).toBeNull();
    expect(next.journal.entries()).toEqual([]);
  });

  it('is not pending when another tab has it', async () => {
    const { client, tabLock, journal } = setupClient({ accounts: [ADA] });
    tabLock.taken.add(`end-session.asking.another-client+${accountDigest(ADA)}`);

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

    expect(setup.journal.entries()).toEqual([expect.objectContaining({ stage: 'away' })]);
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
