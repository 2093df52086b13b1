import { WebTabLock } from './web-tab-lock';

const NAME = 'end-session.turn.test';

/** As many tabs as there are locks to be made. */
const tab = (): WebTabLock => new WebTabLock();
const { locks } = navigator;

function takeAwayWebLocks(): void {
  Reflect.deleteProperty(navigator, 'locks');
}

function endPage(): void {
  window.dispatchEvent(new Event('pagehide'));
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  jest.restoreAllMocks();
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  endPage();
});

describe.each(['with Web Locks', 'without Web Locks'])('%s', (which) => {
  beforeEach(() => {
    if (which === 'without Web Locks') takeAwayWebLocks();
  });

  it('has one of several tabs take the lock that want it at the same moment', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => tab().take(NAME)));

    expect(taken.filter((release) => release !== null)).toHaveLength(1);
  });

  it('can be taken again once it is given back', async () => {
    const release = await tab().take(NAME);
    expect(await tab().take(NAME)).toBeNull();
    release?.();
    await new Promise((resolve) => setTimeout(resolve));

    expect(await tab().take(NAME)).not.toBeNull();
  });

  it('tells whether it is taken, and is not taken by who asks', async () => {
    const asked = await Promise.all([tab().isTaken(NAME), tab().isTaken(NAME)]);
    const release = await tab().take(NAME);

    expect(asked).toEqual([false, false]);
    expect(await tab().isTaken(NAME)).toBe(true);
    release?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await tab().isTaken(NAME)).toBe(false);
  });

  it('is another one under another name', async () => {
    await tab().take(NAME);

    expect(await tab().isTaken(`${NAME}.other`)).toBe(false);
    expect(await tab().take(`${NAME}.other`)).not.toBeNull();
  });

  it('is given back when the page goes, and leaves nothing behind', async () => {
    await tab().take(NAME);
    endPage();

    expect(localStorage).toHaveLength(0);
    expect(await tab().take(NAME)).not.toBeNull();
  });
});

describe('without Web Locks', () => {
  beforeEach(takeAwayWebLocks);

  it('is not given back twice, when somebody else may have it', async () => {
    const release = await tab().take(NAME);
    release?.();
    await tab().take(NAME);
    release?.();

    expect(await tab().take(NAME)).toBeNull();
  });

  it.each([
    ['has crashed', 10_001],
    ['wrote with a clock that was ahead', -60_000],
  ])('outlives a tab for a limited time, which %s', async (_, passed) => {
    await tab().take(NAME);
    const now = Date.now() + passed;
    jest.spyOn(Date, 'now').mockReturnValue(now);

    expect(await tab().take(NAME)).not.toBeNull();
  });

  it('lasts for as long as its tab is there', async () => {
    jest.useFakeTimers();
    const taken = tab().take(NAME);
    await jest.advanceTimersByTimeAsync(60_000);
    const release = await taken;

    expect(await tab().take(NAME)).toBeNull();
    release?.();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(localStorage).toHaveLength(0);
    jest.useRealTimers();
  });

  it('is not given back by a page that has done so before, when it goes', async () => {
    const release = await tab().take(NAME);
    const remove = jest.spyOn(Storage.prototype, 'removeItem');
    release?.();
    endPage();

    expect(remove).toHaveBeenCalledTimes(1);
  });

  it('is given back without a word where somebody has emptied the storage', async () => {
    const release = await tab().take(NAME);
    localStorage.clear();

    expect(release).not.toThrow();
    expect(localStorage).toHaveLength(0);
  });

  it('belongs to who has written last, of two that write at the same moment', async () => {
    jest.useFakeTimers();
    const taken = tab().take(NAME);
    const ofAnotherTab = `${Date.now() + 10_000} another`;
    localStorage.setItem(NAME, ofAnotherTab);
    await jest.advanceTimersByTimeAsync(250);

    expect(await taken).toBeNull();
    expect(localStorage.getItem(NAME)).toBe(ofAnotherTab);
    jest.useRealTimers();
  });

  it('is renewed by nobody whose lock another tab has by now', async () => {
    jest.useFakeTimers();
    const taken = tab().take(NAME);
    await jest.advanceTimersByTimeAsync(250);
    await taken;
    const ofAnotherTab = `${Date.now() + 10_000} another`;
    localStorage.setItem(NAME, ofAnotherTab);
    await jest.advanceTimersByTimeAsync(5_000);

    expect(localStorage.getItem(NAME)).toBe(ofAnotherTab);
    jest.useRealTimers();
  });

  it('rejects where there is no storage either', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });

    await expect(tab().take(NAME)).rejects.toThrow();
  });
});
