import { readEntries, writeEntries } from './stored-entries';

describe('the stored entries', () => {
  beforeEach(() => sessionStorage.clear());

  const ENTRY = { timestamp: 1, eventType: 'msal:logoutStart', correlationId: 'c-1' };

  it('come back as they were written', () => {
    writeEntries([ENTRY]);

    expect(readEntries()).toEqual([ENTRY]);
  });

  it.each(['', 'no JSON', 'null', '{}', '[null, {"timestamp": "1"}]'])(
    'are none when the storage holds %j',
    (stored) => {
      writeEntries([ENTRY]);
      sessionStorage.setItem(sessionStorage.key(0) ?? '', stored);

      expect(readEntries()).toEqual([]);
    },
  );
});
