import { KeyTabLock } from './key-tab-lock';

const NAME = 'end-session.asking.test';
const isSame = (held: string): boolean => held === NAME;
const LIVE = (): string => String(Date.now() + 10_000);

/** As many tabs as there are locks to be made. */
const tab = (): KeyTabLock => new KeyTabLock();

function endPage(): void {
  window.dispatchEvent(new Event('pagehide'));
}

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  jest.restoreAllMocks();
  endPage();
  jest.useRealTimers();
});

/** Takes the lock, for as long as that takes. */
async function take(name = NAME, conflicts: (held: string) => boolean = isSame) {
  const taken = tab().take(name, conflicts);
  await jest.advanceTimersByTimeAsync(250);
  return taken;
}

it('is taken after a moment in which every tab sees what another one has written', async () => {
  const taken = jest.fn();
  void tab().take(NAME, isSame).then(taken);
  await jest.advanceTimersByTimeAsync(249);
  expect(taken).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);

  expect(taken).toHaveBeenCalledWith(expect.any(Function));
});

it('is not taken beside a lock that conflicts with it, and beside others it is', async () => {
  await take();
  const conflicts = (held: string): boolean => held === NAME;

  expect(await take(`${NAME}.other`, conflicts)).toBeNull();
  expect(await take(`${NAME}.other`, () => false)).not.toBeNull();
});

it('says which locks are held, in all tabs', async () => {
  expect(await tab().held()).toEqual([]);
  await take();
  localStorage.setItem('theme#1', LIVE());

  expect(await tab().held()).toEqual([NAME]);
});

it('is not given back twice, when somebody else may have it', async () => {
  const release = await take();
  release?.();
  await take();
  release?.();

  expect(await take()).toBeNull();
});

it.each([
  ['has crashed', 10_001],
  ['wrote with a clock that was ahead', -60_000],
])('outlives a tab for a limited time, which %s', async (_, passed) => {
  await take();
  const [key = ''] = Object.keys(localStorage);
  localStorage.setItem(key, String(Date.now() + 10_000 - passed));
  expect(await tab().held()).toEqual([]);

  expect(await take()).not.toBeNull();
});

it('lasts for as long as its tab is there', async () => {
  const release = await take();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await take()).toBeNull();
  release?.();
  await jest.advanceTimersByTimeAsync(60_000);

  expect(localStorage).toHaveLength(0);
  expect(jest.getTimerCount()).toBe(0);
});

it('is not given back by a page that has done so before, when it goes', async () => {
  const release = await take();
  const remove = jest.spyOn(Storage.prototype, 'removeItem');
  release?.();
  endPage();

  expect(remove).toHaveBeenCalledTimes(1);
});

it('is given back without a word where somebody has emptied the storage', async () => {
  const release = await take();
  localStorage.clear();

  expect(release).not.toThrow();
  expect(localStorage).toHaveLength(0);
});

describe('of two tabs that write at the same moment', () => {
  // Holders are told apart by a GUID.
  it.each([
    ['one gives way', '0', null, 1],
    ['the other has it', 'g', expect.any(Function), 2],
  ])('%s', async (_, id, outcome, keys) => {
    const taken = tab().take(NAME, isSame);
    const rival = `${NAME}#${id}`;
    localStorage.setItem(rival, LIVE());
    await jest.advanceTimersByTimeAsync(250);

    expect(await taken).toEqual(outcome);
    expect(localStorage).toHaveLength(keys);
    expect(localStorage.getItem(rival)).not.toBeNull();
  });
});

it('never touches the key of another tab', async () => {
  const release = await take();
  const rival = `${NAME}#g`;
  const value = LIVE();
  localStorage.setItem(rival, value);
  await jest.advanceTimersByTimeAsync(5_000);
  release?.();

  expect({ ...localStorage }).toEqual({ [rival]: value });
});

it('rejects where there is no storage', async () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });

  await expect(tab().take(NAME, isSame)).rejects.toThrow();
});

it('is held by nobody where the storage cannot be read', async () => {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

  expect(await tab().held()).toEqual([]);
});

it('is taken at once when no other lock conflicts with it', async () => {
  const release = await tab().take(NAME);
  expect(await tab().held()).toEqual([NAME]);
  release?.();

  expect(await tab().held()).toEqual([]);
});
