import { ADA } from './testing/people';
import type { ClientSetup } from './testing/setup-client';
import { setupClient } from './testing/setup-client';

/** Every step of a sign-out that can be seen at a port, in the order in which it was taken. */
function setupTrace(setup: ClientSetup = {}) {
  const trace: string[] = [];
  const task = (): void => void trace.push('run the tasks');
  const ports = setupClient({ accounts: [ADA], tasks: [task], ...setup });
  const { client, cache, journal, tabs, tabLock, navigation } = ports;
  cache.isShared = true;
  const before = <A extends unknown[], R>(step: string, call: (...args: A) => R) => {
    return (...args: A): R => {
      trace.push(step);
      return call(...args);
    };
  };
  const write = journal.write.bind(journal);
  journal.write = (entry) => {
    trace.push(`journal: ${entry.stage}`);
    return write(entry);
  };
  journal.remove = before('journal: forget', journal.remove.bind(journal));
  const take = tabLock.take.bind(tabLock);
  tabLock.take = (name) => {
    if (name.startsWith('end-session.asking.')) trace.push('take the turn');
    return take(name);
  };
  cache.clear = before('clear', cache.clear.bind(cache));
  tabs.send = ({ type }) => void trace.push(`note for all tabs: ${type}`);
  navigation.onExternal = () => trace.push('leave');
  navigation.answer = () => Promise.resolve(true);
  client.addEventCallback(({ eventType }) => trace.push(eventType));
  jest.spyOn(window, 'open').mockImplementation(() => {
    trace.push('open the popup');
    return null;
  });
  const onRedirectNavigate = (): void => void trace.push('ask whether to leave');
  return { client, cache, trace, onRedirectNavigate };
}

afterEach(() => jest.restoreAllMocks());

it('takes the steps of a redirect in order', async () => {
  const { client, trace, onRedirectNavigate } = setupTrace();
  await client.logoutRedirect({ onRedirectNavigate });

  expect(trace).toEqual([
    'msal:logoutStart',
    'journal: begun',
    'run the tasks',
    'note for all tabs: signed-out',
    'clear',
    'msal:accountsCleared',
    'journal: cleared',
    'take the turn',
    'ask whether to leave',
    'msal:logoutSuccess',
    'journal: away',
    'leave',
    'journal: interrupted',
    'msal:logoutEnd',
  ]);
});

it('takes the steps of a popup in order', async () => {
  const { client, trace } = setupTrace();
  await client.logoutPopup();

  expect(trace).toEqual([
    'open the popup',
    'msal:logoutStart',
    'journal: begun',
    'run the tasks',
    'note for all tabs: signed-out',
    'clear',
    'msal:accountsCleared',
    'journal: cleared',
    'take the turn',
    'msal:logoutSuccess',
    'journal: interrupted',
    'msal:logoutEnd',
  ]);
});

it('opens the popup last where the configuration wants it to open with the address', async () => {
  const { client, trace } = setupTrace({ system: { navigatePopups: false } });
  await client.logoutPopup();

  expect(trace.indexOf('open the popup')).toBe(trace.indexOf('take the turn') + 1);
});

it('goes on by redirect when the popup is blocked and that is wished', async () => {
  const { client, trace } = setupTrace();
  await client.logoutPopup({ popupFallback: 'redirect' });

  expect(trace.slice(-7)).toEqual([
    'journal: cleared',
    'take the turn',
    'msal:logoutSuccess',
    'journal: away',
    'leave',
    'journal: interrupted',
    'msal:logoutEnd',
  ]);
});

it('does not go on by redirect in a frame', async () => {
  const { client, trace } = setupTrace();
  jest.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);
  const result = await client.logoutPopup({ popupFallback: 'redirect' });

  expect(result).toMatchObject({ server: 'failed', reason: 'popup_blocked' });
  expect(trace).not.toContain('leave');
});

it('takes the steps of a sign-out here in order', async () => {
  const { client, trace } = setupTrace();
  await client.clearCache();

  expect(trace).toEqual([
    'msal:logoutStart',
    'run the tasks',
    'note for all tabs: signed-out',
    'clear',
    'msal:accountsCleared',
    'msal:logoutSuccess',
    'msal:logoutEnd',
  ]);
});

it('ends at the clearing when that fails', async () => {
  const { client, cache, trace } = setupTrace();
  cache.stuck = true;
  await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'cache_clear_failed' });

  expect(trace).toEqual([
    'msal:logoutStart',
    'journal: begun',
    'run the tasks',
    'note for all tabs: signed-out',
    'clear',
    'journal: settled',
    'journal: forget',
    'msal:logoutFailure',
    'msal:logoutEnd',
  ]);
});

it('takes no step for a request that cannot be used', async () => {
  const { client, trace } = setupTrace();
  await expect(client.logoutPopup({ state: '\ud800' })).rejects.toMatchObject({
    code: 'invalid_request',
  });

  expect(trace).toEqual([]);
});

it('notes a sign-out once, also for tabs that have a cache of their own', async () => {
  const { client, cache, trace } = setupTrace();
  cache.isShared = false;
  await client.clearCache();

  expect(trace.filter((step) => step.startsWith('note'))).toEqual([
    'note for all tabs: signed-out',
  ]);
});
