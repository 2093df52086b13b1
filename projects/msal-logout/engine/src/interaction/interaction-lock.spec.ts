import { FakeTabLock } from '../../../testing/src/fakes/fake-tab-lock';
import { resolveConfiguration } from '../request/resolved-configuration';
import { InteractionLock } from './interaction-lock';
import { SignInPopup } from './sign-in-popup';

const KEY = 'msal.interaction.status';
const OURS = '{"clientId":"c1","type":"signout"}';
const SIGN_INS = [['{"clientId":"c1","type":"signin"}'], ['c1'], ['']];

/** One tab; those with the same `tabLock` are of one browser. */
function setupLock({
  temporaryCacheLocation = 'sessionStorage',
  tabLock = new FakeTabLock(),
} = {}) {
  const popup = new SignInPopup(null);
  const isGone = jest.spyOn(popup, 'isGone', 'get').mockReturnValue(false);
  const configuration = resolveConfiguration({
    auth: { clientId: 'c1' },
    cache: { temporaryCacheLocation },
  });
  return { lock: new InteractionLock(configuration, tabLock, popup), tabLock, isGone };
}

/** A page of one browser, whose MSAL has its lock in localStorage. */
const setupShared = (tabLock = new FakeTabLock()) =>
  setupLock({ temporaryCacheLocation: 'localStorage', tabLock });

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  jest.useFakeTimers();
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('is written as MSAL 4 and 5 do, and given back', () => {
  const { lock } = setupLock();
  expect(lock.take()).toBe(true);
  expect(sessionStorage.getItem(KEY)).toBe(OURS);
  expect(localStorage.getItem(KEY)).toBeNull();

  lock.release();
  expect(sessionStorage.getItem(KEY)).toBeNull();
});

it.each(SIGN_INS)('is not taken from a sign-in that holds it: %s', async (held) => {
  const { lock } = setupLock();
  sessionStorage.setItem(KEY, held);

  expect(lock.take()).toBe(false);
  lock.release();
  await lock.clean();
  expect(sessionStorage.getItem(KEY)).toBe(held);
});

it.each(SIGN_INS)('is taken from a sign-in whose popup is gone: %s', (held) => {
  const { lock, isGone } = setupLock();
  sessionStorage.setItem(KEY, held);
  isGone.mockReturnValue(true);

  expect(lock.take()).toBe(true);
  expect(sessionStorage.getItem(KEY)).toBe(OURS);
});

it('is taken over from a sign-out, of another client too', () => {
  const { lock } = setupLock();
  sessionStorage.setItem(KEY, '{"clientId":"c2","type":"signout"}');

  expect(lock.take()).toBe(true);
  expect(sessionStorage.getItem(KEY)).toBe(OURS);
});

it('is freed at the start of a page, if a sign-out of this client has left it behind', async () => {
  const { lock } = setupLock();
  sessionStorage.setItem(KEY, OURS);
  await lock.clean();
  expect(sessionStorage.getItem(KEY)).toBeNull();

  sessionStorage.setItem(KEY, '{"clientId":"c2","type":"signout"}');
  await lock.clean();
  expect(sessionStorage.getItem(KEY)).not.toBeNull();
});

it.each(['sessionStorage', 'localStorage'] as const)(
  'holds nobody up where %s cannot be used',
  async (area) => {
    jest.spyOn(window, area, 'get').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const { lock } = setupShared();

    expect(lock.take()).toBe(true);
    expect(() => lock.release()).not.toThrow();
    await expect(lock.clean()).resolves.toBeUndefined();
  },
);

describe('where MSAL has it in localStorage', () => {
  const held = () => localStorage.getItem(KEY);

  it('is held in both storages, as MSAL 4 reads it, and given back in both', async () => {
    const { lock, tabLock } = setupShared();
    expect(lock.take()).toBe(true);
    await settle();

    expect(JSON.parse(held() ?? '')).toMatchObject({ clientId: 'end-session', type: 'signout' });
    expect(sessionStorage.getItem(KEY)).not.toBeNull();
    expect(tabLock.taken.size).toBe(1);
    lock.release();
    await settle();
    expect(held()).toBeNull();
    expect(sessionStorage.getItem(KEY)).toBeNull();
    expect(tabLock.taken.size).toBe(0);
  });

  it.each(SIGN_INS)('is not taken from a sign-in, of whichever tab: %s', async (value) => {
    const { lock } = setupShared();
    localStorage.setItem(KEY, value);

    expect(lock.take()).toBe(false);
    expect(sessionStorage.getItem(KEY)).toBeNull();
    lock.release();
    await Promise.all([lock.clean(), settle()]);
    expect(held()).toBe(value);
  });

  it('is taken from a sign-in whose popup is gone', () => {
    const { lock, isGone } = setupShared();
    localStorage.setItem(KEY, 'c1');
    isGone.mockReturnValue(true);

    expect(lock.take()).toBe(true);
    expect(held()).toContain('signout');
  });

  it('stays held while a tab signs out that is alive, whoever starts or ends meanwhile', async () => {
    const here = setupShared();
    here.lock.take();
    await settle();
    // sessionStorage is another one in every tab.
    sessionStorage.clear();
    const there = setupShared(here.tabLock);
    await Promise.all([there.lock.clean(), settle()]);
    expect(held()).not.toBeNull();

    expect(there.lock.take()).toBe(true);
    await settle();
    there.lock.release();
    await settle();
    expect(held()).not.toBeNull();
    here.lock.release();
    expect(held()).toBeNull();
  });

  it('is freed by the next tab that starts when the tab that held it is gone', async () => {
    const gone = setupShared();
    gone.lock.take();
    await settle();
    sessionStorage.clear();
    gone.tabLock.taken.clear();
    const { lock } = setupShared(gone.tabLock);
    await Promise.all([lock.clean(), settle()]);

    expect(held()).toBeNull();
  });

  it('is proven anew each time, while the proof of the last time may still be taken', async () => {
    const { lock, tabLock } = setupShared();
    lock.take();
    await settle();
    const [first] = tabLock.taken;
    lock.release();
    lock.take();
    await settle();

    expect(tabLock.taken.size).toBe(1);
    expect(tabLock.taken).not.toContain(first);
    expect(held()).toContain([...tabLock.taken][0]?.replace('end-session.page.', ''));
  });

  it('is not proven in the task of the click, in which a popup opens', async () => {
    const { lock, tabLock } = setupShared();
    const take = jest.spyOn(tabLock, 'take');
    lock.take();
    expect(take).not.toHaveBeenCalled();
    await settle();

    expect(take).toHaveBeenCalledTimes(1);
  });

  it('is given back when the page is left: the next one may be another application', async () => {
    const { lock, tabLock } = setupShared();
    lock.take();
    await settle();
    window.dispatchEvent(new Event('pagehide'));
    await settle();

    expect(held()).toBeNull();
    expect(tabLock.taken.size).toBe(0);
    // In sessionStorage it waits for the page that the sign-out returns to.
    expect(sessionStorage.getItem(KEY)).not.toBeNull();
  });

  it('is not freed before a tab that has just taken it can prove that it is there', async () => {
    const tabLock = new FakeTabLock();
    const { lock } = setupShared(tabLock);
    localStorage.setItem(KEY, '{"clientId":"c1","type":"signout","owners":["a","b"]}');
    const cleaned = lock.clean();
    await jest.advanceTimersByTimeAsync(0);
    tabLock.taken.add('end-session.page.a');
    await Promise.all([cleaned, settle()]);

    expect(held()).toBe('{"clientId":"end-session","type":"signout","owners":["a"]}');
  });

  it('is freed where the browser refuses to tell which tabs are alive', async () => {
    const tabLock = new FakeTabLock();
    jest.spyOn(tabLock, 'held').mockRejectedValue(new DOMException('no', 'SecurityError'));
    jest.spyOn(tabLock, 'take').mockRejectedValue(new DOMException('no', 'SecurityError'));
    const { lock } = setupShared(tabLock);
    localStorage.setItem(KEY, '{"clientId":"c1","type":"signout","owners":["a"]}');
    await Promise.all([lock.clean(), settle()]);
    expect(held()).toBeNull();

    expect(lock.take()).toBe(true);
    lock.release();
    expect(held()).toBeNull();
  });
});
