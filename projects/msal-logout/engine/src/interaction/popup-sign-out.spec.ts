import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { encodeState } from '../request/library-state';
import type { PopupOptions } from './popup-sign-out';
import { signOutByPopup } from './popup-sign-out';
import { ReturnChannel } from './return-channel';

const HOME = 'http://localhost/signed-out';
const CLOSED = { server: 'unconfirmed', reason: 'popup_closed' };

/** A popup that is away at the provider, and somebody who waits for it. */
function setupPopup(options: Partial<PopupOptions> = {}) {
  const popup = new FakePopup('https://id.example/session/end');
  const late = jest.fn();
  const outcome = signOutByPopup(popup as unknown as Window, {
    stateId: 's-1',
    postLogoutRedirectUri: `${HOME}?lang=en`,
    timeout: 60_000,
    hasReturned: () => false,
    onLateConfirmation: late,
    ...options,
  });
  return { popup, outcome, late };
}

const stateOf = (id: string): string =>
  encodeURIComponent(encodeState({ id, interactionType: 'popup' }));

function speak(): void {
  const channel = new ReturnChannel('s-1');
  channel.speak();
  channel.close();
}

const passes = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

it('is confirmed by the word of the return page, and closes the popup', async () => {
  const { popup, outcome, late } = setupPopup();
  speak();

  expect(await outcome).toEqual({ server: 'confirmed' });
  expect(popup.closed).toBe(true);
  speak();
  await passes(50);
  expect(late).not.toHaveBeenCalled();
});

it.each([
  ['search', `${HOME}?lang=en&state=${stateOf('s-1')}`],
  ['fragment', `http://localhost/elsewhere#state=${stateOf('s-1')}`],
])('is confirmed when the popup is seen with the state in its %s', async (_, address) => {
  const { popup, outcome } = setupPopup();
  popup.seenAt = address;

  expect(await outcome).toEqual({ server: 'confirmed' });
});

it.each([
  ['at home without a state', HOME],
  ['with an error beside the state', `${HOME}?error=no&state=${stateOf('s-1')}`],
  ['with an error beside the state in its fragment', `${HOME}#state=${stateOf('s-1')}&error=no`],
  ['at home with the state of another sign-out', `${HOME}?state=${stateOf('s-2')}`],
])('is unconfirmed when the popup is seen %s', async (_, address) => {
  const { popup, outcome } = setupPopup();
  popup.seenAt = address;

  expect(await outcome).toEqual({ server: 'unconfirmed' });
});

it.each([
  ['on another page of this origin', 'http://localhost/inbox', undefined],
  ['at what would be home, where there is none', HOME, null],
  ['blank', 'about:blank', undefined],
])('goes on while the popup is %s', async (_, address, postLogoutRedirectUri) => {
  const { popup, outcome } = setupPopup(
    postLogoutRedirectUri === undefined ? {} : { postLogoutRedirectUri },
  );
  popup.seenAt = address;
  const ended = await Promise.race([outcome, passes(250)]);

  expect(ended).toBeUndefined();
  popup.close();
  expect(await outcome).toEqual(CLOSED);
});

it.each([
  ['closed', (popup: FakePopup) => popup.close()],
  ['home', (popup: FakePopup) => (popup.seenAt = HOME)],
])('is confirmed when the popup is %s, and the return page has noted it', async (_, end) => {
  const { popup, outcome, late } = setupPopup({ hasReturned: () => true });
  end(popup);

  expect(await outcome).toEqual({ server: 'confirmed' });
  speak();
  await passes(50);
  expect(late).not.toHaveBeenCalled();
});

it('is confirmed late when a popup that looked closed speaks after all', async () => {
  const { popup, outcome, late } = setupPopup();
  popup.close();

  expect(await outcome).toEqual(CLOSED);
  expect(late).not.toHaveBeenCalled();
  speak();
  await passes(50);
  expect(late).toHaveBeenCalledTimes(1);
});

it('does not listen for a late word any longer than the popup had time', async () => {
  const { popup, outcome, late } = setupPopup({ timeout: 200 });
  popup.close();
  expect(await outcome).toEqual(CLOSED);
  await passes(250);
  speak();
  await passes(50);

  expect(late).not.toHaveBeenCalled();
});

describe('with a clock of its own', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('closes the popup when the time is up, and is unconfirmed', async () => {
    const { popup, outcome } = setupPopup({ timeout: 1_000 });
    await jest.advanceTimersByTimeAsync(999);
    expect(popup.closed).toBe(false);
    await jest.advanceTimersByTimeAsync(1);

    expect(await outcome).toEqual({ server: 'unconfirmed', reason: 'timed_out' });
    expect(popup.closed).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not wait any longer for a popup that is seen back', async () => {
    const { popup, outcome } = setupPopup();
    popup.seenAt = `${HOME}?state=${stateOf('s-1')}`;
    await jest.advanceTimersByTimeAsync(50);

    expect(jest.getTimerCount()).toBe(0);
    expect(await outcome).toEqual({ server: 'confirmed' });
  });

  it('gives a closed popup a moment for its word, and looks no more', async () => {
    const { popup, outcome } = setupPopup();
    const looks = jest.fn(() => true);
    Object.defineProperty(popup, 'closed', { get: looks, set: () => undefined });
    await jest.advanceTimersByTimeAsync(149);
    let isSettled = false;
    void outcome.then(() => (isSettled = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(isSettled).toBe(false);
    await jest.advanceTimersByTimeAsync(1);

    expect(await outcome).toEqual(CLOSED);
    expect(looks).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['confirmed', { seenAt: `${HOME}?state=${stateOf('s-1')}` }, 0],
    ['unconfirmed', { seenAt: HOME }, 0],
    // For the late word of a popup that only looks closed.
    ['closed', { closed: true }, 1],
  ])('leaves no timer behind when it is %s, but for a late word', async (_, popup, timers) => {
    const setup = setupPopup();
    Object.assign(setup.popup, popup);
    await jest.advanceTimersByTimeAsync(1_000);
    await setup.outcome;

    expect(jest.getTimerCount()).toBe(timers);
  });
});
