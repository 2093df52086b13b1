import { entryOf } from '../testing/journal-entry';
import { WebStorageJournal } from './web-storage-journal';

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

it('says that an entry is kept', () => {
  expect(new WebStorageJournal().write(entryOf({}))).toBe(true);
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

  expect(new WebStorageJournal().write(entryOf({}))).toBe(false);
});

it.each(['homeAccountId', 'environment', 'tenantId', 'localAccountId'])(
  'throws an entry away that names an account without its %s',
  (member) => {
    const journal = new WebStorageJournal();
    const [account] = entryOf({}).accounts;
    journal.write({ ...entryOf({}), accounts: [{ ...account, [member]: undefined } as never] });

    expect(journal.entries()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  },
);
