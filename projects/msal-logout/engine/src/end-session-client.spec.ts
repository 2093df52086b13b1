import { EventType } from './events/event-type';
import { decodeState } from './request/library-state';
import { account, ADA, ALAN } from './testing/people';
import { END_SESSION_ENDPOINT, leaveByRedirect, setupClient } from './testing/setup-client';

beforeEach(() => sessionStorage.clear());

describe('a redirect sign-out', () => {
  it('has cleared the account by the time it leaves for the provider', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const url = await leaveByRedirect(setup, { account: ADA });

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(url.origin + url.pathname).toBe(END_SESSION_ENDPOINT);
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(setup.navigation.external[0]?.options).toMatchObject({ apiId: 961, noHistory: false });
  });

  it('signs out everybody when no account is given', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const url = await leaveByRedirect(setup);

    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(url.searchParams.has('logout_hint')).toBe(false);
  });

  it('signs out who has signed in while the application cleaned up, when no account is given', async () => {
    const setup = setupClient({
      accounts: [ADA],
      tasks: [() => setup.cache.change([ADA, ALAN])],
    });
    await setup.client.clearCache();

    expect(setup.cache.getAllAccounts()).toEqual([]);
  });

  it('never takes alice2 for alice, whatever the letter case', async () => {
    const alice2 = account('alice2');
    const malice = account('malice');
    const setup = setupClient({ accounts: [account('Alice'), alice2, malice] });
    await leaveByRedirect(setup, { account: account('aLICE') });

    expect(setup.cache.getAllAccounts()).toEqual([alice2, malice]);
  });

  it('goes to the server for an account that is not in the cache', async () => {
    const setup = setupClient({ accounts: [ALAN] });
    const url = await leaveByRedirect(setup, { account: ADA });

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(setup.events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_SUCCESS,
    ]);
  });

  it('takes the hint from the cached account, whose claims are fresh', async () => {
    const setup = setupClient({
      accounts: [account('ada', { idTokenClaims: { login_hint: 'fresh' } })],
    });
    const url = await leaveByRedirect(setup, { account: account('ada', { loginHint: 'stale' }) });

    expect(url.searchParams.get('logout_hint')).toBe('fresh');
  });

  it('hints at the one account that is signed in when none is given', async () => {
    const url = await leaveByRedirect(setupClient({ accounts: [ADA] }));

    expect(url.searchParams.get('logout_hint')).toBe('ada');
  });

  it('tells start, cleared and success, in this order, before it leaves', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    await leaveByRedirect(setup, { account: ADA, correlationId: 'c-1' });

    const { homeAccountId, environment, tenantId, localAccountId } = ADA;
    const ada = { homeAccountId, environment, tenantId, localAccountId };
    expect(setup.events).toEqual([
      expect.objectContaining({ eventType: EventType.LOGOUT_START, accounts: [ada] }),
      expect.objectContaining({
        eventType: EventType.ACCOUNTS_CLEARED,
        accounts: [ada],
        remaining: [expect.objectContaining({ homeAccountId: 'alan' })],
        origin: 'here',
      }),
      expect.objectContaining({ eventType: EventType.LOGOUT_SUCCESS, accounts: [ada] }),
    ]);
    for (const event of setup.events) {
      expect(event).toMatchObject({ correlationId: 'c-1', interactionType: 'redirect' });
      expect(JSON.stringify(event)).not.toContain('@example');
    }
  });

  it('is in the journal while it is away, under the id that its state carries', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const url = await leaveByRedirect(setup, { state: 'a|b' });

    const state = decodeState(url.searchParams.get('state') ?? '');
    expect(state).toMatchObject({ interactionType: 'redirect', userState: 'a|b' });
    expect(setup.journal.find(state?.id ?? '')).toMatchObject({
      accounts: [{ homeAccountId: 'ada' }],
    });
  });

  it('sends nothing to the server when the cache keeps an account', async () => {
    const { client, cache, navigation, events, journal } = setupClient({ accounts: [ADA] });
    cache.stuck = true;

    await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'cache_clear_failed' });
    expect(navigation.external).toEqual([]);
    expect(journal.entries().length).toBe(0);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_FAILURE,
      EventType.LOGOUT_END,
    ]);
  });

  it('stays when onRedirectNavigate says so, after it has cleared', async () => {
    const { client, cache, navigation, events } = setupClient({ accounts: [ADA] });
    const shown: string[] = [];
    const onRedirectNavigate = (url: string): boolean => {
      shown.push(url, String(cache.getAllAccounts().length));
      return false;
    };

    await expect(client.logoutRedirect({ onRedirectNavigate })).resolves.toMatchObject({
      local: 'cleared',
      server: 'skipped',
    });
    expect(shown).toEqual([expect.stringContaining(END_SESSION_ENDPOINT), '0']);
    expect(navigation.external).toEqual([]);
    expect(events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  });

  it.each([
    ['timed_out', (): Promise<boolean> => Promise.resolve(true)],
    ['navigation_failed', (): Promise<boolean> => Promise.resolve(false)],
    ['navigation_failed', (): Promise<boolean> => Promise.reject(new Error('no'))],
    [
      'timed_out',
      (): Promise<boolean> =>
        Promise.reject(Object.assign(new Error(), { errorCode: 'timed_out' })),
    ],
  ])('is signed out here and says %s when the page stays', async (reason, answer) => {
    const { client, navigation, events } = setupClient({ accounts: [ADA] });
    navigation.answer = answer;

    await expect(client.logoutRedirect()).resolves.toMatchObject({
      local: 'cleared',
      server: 'failed',
      reason,
    });
    const { LOGOUT_SUCCESS, LOGOUT_FAILURE } = EventType;
    const decided = events.filter(({ eventType }) =>
      ([LOGOUT_SUCCESS, LOGOUT_FAILURE] as EventType[]).includes(eventType),
    );
    expect(decided.map(({ eventType }) => eventType)).toEqual([LOGOUT_SUCCESS]);
  });

  it('is signed out here when the provider has no end-session endpoint', async () => {
    const { client, navigation } = setupClient({
      accounts: [ADA],
      auth: { authorityMetadata: '{}' },
    });

    await expect(client.logoutRedirect()).resolves.toMatchObject({
      server: 'failed',
      reason: 'no_end_session_endpoint',
    });
    expect(navigation.external).toEqual([]);
  });

  it('joins the one that runs when the same is asked again, and refuses another', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    setup.navigation.answer = () => Promise.resolve(true);
    const first = setup.client.logoutRedirect({ account: ADA });
    const second = setup.client.logoutRedirect({ account: ADA, correlationId: 'other' });
    const third = setup.client.logoutRedirect({ account: ALAN });

    await expect(third).rejects.toMatchObject({ code: 'interaction_in_progress' });
    expect(await first).toBe(await second);
    expect(setup.navigation.external).toHaveLength(1);
    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
  });

  it('is not harmed by a listener that throws', async () => {
    const reported = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    const setup = setupClient({ accounts: [ADA] });
    setup.client.addEventCallback(() => {
      throw new Error('a listener of the app');
    });
    await leaveByRedirect(setup);

    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(reported).toHaveBeenCalledTimes(3);
  });
});

describe('an address that is too long', () => {
  it('goes without the id_token_hint, and the log says so', async () => {
    const logged: unknown[][] = [];
    const loggerCallback = (...entry: unknown[]): void => void logged.push(entry);
    const setup = setupClient({ accounts: [ADA], system: { loggerOptions: { loggerCallback } } });
    const idTokenHint = 'h.'.repeat(1_000);
    setup.navigation.answer = () => Promise.resolve(true);
    const url = await leaveByRedirect(setup, { idTokenHint, logoutHint: 'ada' });

    expect(url.searchParams.get('id_token_hint')).toBeNull();
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(logged).toEqual([[1, expect.stringContaining('id_token_hint'), false]]);
    expect(JSON.stringify(logged)).not.toContain(idTokenHint);
  });

  it('keeps one that fits', async () => {
    const setup = setupClient({ accounts: [ADA] });

    expect(
      (await leaveByRedirect(setup, { idTokenHint: 'h.p.s' })).searchParams.get('id_token_hint'),
    ).toBe('h.p.s');
  });
});

describe('out of the back/forward cache', () => {
  it('the page that was left comes to an end, unconfirmed', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const left = new Promise<void>((resolve) => (setup.navigation.onExternal = resolve));
    const result = setup.client.logoutRedirect();
    await left;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

    expect(await result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
    expect(sessionStorage.getItem('msal.interaction.status')).toBeNull();
    expect(setup.events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  });
});
