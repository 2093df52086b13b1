import { accountIdentity } from '../cache/account-info';
import { entryOf } from '../testing/journal-entry';
import { ADA } from '../testing/people';
import { WebStorageJournal } from './web-storage-journal';

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

it('says that an entry is kept', () => {
  expect(new WebStorageJournal().write(entryOf())).toBe(true);
});

it.each([
  [
    'throws',
    () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  ],
  ['does nothing', () => undefined],
])('says that an entry is not kept by a storage whose setItem %s', (_, setItem) => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(setItem);

  expect(new WebStorageJournal().write(entryOf())).toBe(false);
});

it('has the entries of all tabs, the oldest first, and nothing else that is stored', () => {
  const [newer, older] = [
    entryOf({ stateId: 's-1', startedAt: 2 }),
    entryOf({ stateId: 's-2', startedAt: 1 }),
  ];
  for (const entry of [newer, older]) new WebStorageJournal().write(entry);
  for (const key of ['theme', 'end-session.another.s-1'])
    localStorage.setItem(key, JSON.stringify(entryOf({ stateId: key })));

  expect(new WebStorageJournal().entries()).toEqual([older, newer]);
  expect(localStorage).toHaveLength(4);
});

it('is empty where there is no storage', () => {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

  expect(new WebStorageJournal().entries()).toEqual([]);
});

it('knows the sign-out that this tab has left for, until it has arrived', () => {
  const journal = new WebStorageJournal();
  journal.write(entryOf());
  expect(journal.entryOfThisTab()).toBeNull();
  journal.markTab('s-1');
  expect(new WebStorageJournal().entryOfThisTab()).toEqual(
    entryOf({ startedAt: expect.any(Number), leftAt: expect.any(Number) }),
  );
  journal.unmarkTab();

  expect(new WebStorageJournal().entryOfThisTab()).toBeNull();
});

it('tells of what other tabs change in it, until that is ended', () => {
  const told = jest.fn();
  const stop = new WebStorageJournal().onChange(told);
  const change = (key: string | null): void => {
    window.dispatchEvent(new StorageEvent('storage', { key }));
  };
  change('theme');
  expect(told).not.toHaveBeenCalled();
  change('end-session.journal.s-1');
  expect(told).toHaveBeenCalledTimes(1);
  // All of the storage is cleared.
  change(null);
  expect(told).toHaveBeenCalledTimes(2);
  stop();
  change(null);

  expect(told).toHaveBeenCalledTimes(2);
});

it.each([
  ['without a hint', { logoutHint: undefined }],
  ['whose page has not left', { leftAt: undefined }],
  ['without an address to return to', { postLogoutRedirectUri: null }],
])('keeps an entry %s', (_, members) => {
  const journal = new WebStorageJournal();
  const entry = entryOf(members);
  journal.write(entry);

  expect(journal.entries()).toEqual([entry]);
});

it.each([
  'clientId',
  'correlationId',
  'interactionType',
  'authority',
  'stage',
  'logoutHint',
  'postLogoutRedirectUri',
  'order',
  'startedAt',
  'leftAt',
  'resumed',
  'accounts',
])('throws an entry away with something else for its %s', (member) => {
  const journal = new WebStorageJournal();
  journal.write({ ...entryOf(), [member]: {} });

  expect(journal.entries()).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

it('throws an entry away that stands under the id of another', () => {
  localStorage.setItem('end-session.journal.s-2', JSON.stringify(entryOf()));

  expect(new WebStorageJournal().entries()).toEqual([]);
});

it.each(['homeAccountId', 'environment', 'tenantId', 'localAccountId'])(
  'throws an entry away that names an account without its %s',
  (member) => {
    const journal = new WebStorageJournal();
    const whole = accountIdentity(ADA);
    journal.write(entryOf({ accounts: [whole, { ...whole, [member]: undefined }] }));

    expect(journal.entries()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  },
);
