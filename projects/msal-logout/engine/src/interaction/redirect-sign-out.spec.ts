import { EventType } from '../events/event-type';
import { ADA } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import { signOutByRedirect } from './redirect-sign-out';

/** A redirect whose navigation is answered by `answer`. */
function leave(answer: () => Promise<boolean>) {
  const navigateExternal = jest.fn(answer);
  const outcome = signOutByRedirect('https://id.example/end', {
    navigationClient: { navigateExternal, navigateInternal: navigateExternal },
    timeout: 60_000,
  });
  return { outcome, navigateExternal };
}

const show = (persisted: boolean): boolean =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

it.each([
  ['will stay', () => Promise.resolve(false), 'navigation_failed'],
  ['is late', () => Promise.resolve(true), 'timed_out'],
  [
    'is late, in MSAL’s words',
    () => Promise.reject(Object.assign(new Error(), { errorCode: 'timed_out' })),
    'timed_out',
  ],
  [
    'has failed, in MSAL’s words',
    () => Promise.reject(Object.assign(new Error(), { errorCode: 'no_window' })),
    'navigation_failed',
  ],
  ['has failed', () => Promise.reject(new Error('timed_out')), 'navigation_failed'],
  [
    'has failed with what is no error',
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an application's may do so
    () => Promise.reject({ errorCode: 'timed_out' }),
    'navigation_failed',
  ],
])('has failed on a page that %s', async (_, answer, reason) => {
  const { outcome, navigateExternal } = leave(answer);

  expect(await outcome).toEqual({ server: 'failed', reason });
  expect(navigateExternal).toHaveBeenCalledTimes(1);
});

it('is unconfirmed when the user goes back to the page, and not when it is shown anew', async () => {
  const { outcome } = leave(() => new Promise(() => undefined));
  let isSettled = false;
  void outcome.then(() => (isSettled = true));
  show(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(isSettled).toBe(false);
  show(true);

  expect(await outcome).toEqual({ server: 'unconfirmed', reason: 'went_back' });
});

it('leaves no timer and no listener behind', async () => {
  jest.useFakeTimers();
  const added = jest.spyOn(window, 'addEventListener');
  await leave(() => Promise.resolve(false)).outcome;

  expect(jest.getTimerCount()).toBe(0);
  const [[, , options] = []] = added.mock.calls;
  expect(options).toMatchObject({ signal: { aborted: true } });
  jest.useRealTimers();
  added.mockRestore();
});

it('waits no longer than it is told to for a navigation client that never answers', async () => {
  const { client, navigation, events } = setupClient({
    accounts: [ADA],
    system: { redirectNavigationTimeout: 10 },
  });
  navigation.answer = () => new Promise(() => undefined);
  const result = await client.logoutRedirect();

  expect(result).toMatchObject({ local: 'cleared', server: 'failed', reason: 'timed_out' });
  expect(events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  expect(client.interrupted).not.toBeNull();
});
