import { WebTabLock } from './web-tab-lock';

const NAME = 'end-session.asking.test';
const isSame = (held: string): boolean => held === NAME;

/** As many tabs as there are locks to be made. */
const tab = (): WebTabLock => new WebTabLock();
const { locks } = navigator;

const setLocks = (value: unknown): void =>
  void Object.defineProperty(navigator, 'locks', { value, configurable: true });

function refuse(): Promise<never> {
  return Promise.reject(new DOMException('', 'SecurityError'));
}

function endPage(): void {
  window.dispatchEvent(new Event('pagehide'));
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => localStorage.clear());
afterEach(() => {
  jest.restoreAllMocks();
  setLocks(locks);
  endPage();
});

describe.each<[string, () => void]>([
  ['with Web Locks', () => undefined],
  ['without Web Locks', () => Reflect.deleteProperty(navigator, 'locks')],
  ['with Web Locks that are refused', () => setLocks({ request: refuse, query: refuse })],
  [
    'with Web Locks that cannot be asked for',
    () => setLocks({ request: locks.request.bind(locks), query: refuse }),
  ],
])('%s', (_, prepare) => {
  beforeEach(prepare);

  it('has one of several tabs take the lock that want it at the same moment', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => tab().take(NAME, isSame)));

    expect(taken.filter((release) => release !== null)).toHaveLength(1);
  });

  it('can be taken again once it is given back', async () => {
    const release = await tab().take(NAME, isSame);
    expect(await tab().take(NAME, isSame)).toBeNull();
    release?.();
    await settled();

    expect(await tab().take(NAME, isSame)).not.toBeNull();
  });

  it('tells which locks are taken, and is not taken by who asks', async () => {
    const asked = await Promise.all([tab().held(), tab().held()]);
    const release = await tab().take(NAME, isSame);
    expect(asked).toEqual([[], []]);
    expect(await tab().held()).toEqual([NAME]);
    release?.();
    await settled();

    expect(await tab().held()).toEqual([]);
  });

  it('is another one under another name, unless the two conflict', async () => {
    await tab().take(NAME, isSame);
    const conflicts = jest.fn((held: string) => held === NAME);
    expect(await tab().take(`${NAME}.other`, conflicts)).toBeNull();

    expect(await tab().take(`${NAME}.other`)).not.toBeNull();
    expect(conflicts.mock.calls).toEqual([[NAME]]);
  });

  it('is given back when the page goes, and leaves nothing behind', async () => {
    await tab().take(NAME, isSame);
    endPage();

    expect(localStorage).toHaveLength(0);
    expect(await tab().take(NAME, isSame)).not.toBeNull();
  });

  it('leaves a tab to itself that has just given it back, however late the browser is', async () => {
    const own = tab();
    const release = await own.take(NAME, isSame);
    release?.();

    expect(await own.take(NAME, isSame)).not.toBeNull();
  });
});

it('is not stopped by locks of others', async () => {
  void navigator.locks.request('msal.lock#1', () => new Promise(() => undefined));

  expect(await tab().held()).toEqual([]);
  expect(await tab().take(NAME, () => true)).not.toBeNull();
});

it('needs no key in the storage where there are Web Locks', async () => {
  await tab().take(NAME, isSame);

  expect(localStorage).toHaveLength(0);
});

it('rejects where there is neither a lock nor a storage', async () => {
  setLocks({ request: refuse, query: refuse });
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });

  await expect(tab().take(NAME, isSame)).rejects.toThrow();
});
