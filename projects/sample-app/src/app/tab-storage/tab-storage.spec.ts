import { keepInTab, readFromTab } from './tab-storage';

describe('what a tab keeps', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it.each(['signed_out', true, { time: 1 }, [1, 2]])(
    'comes back as it was written: %j',
    (value) => {
      keepInTab('notes', value);

      expect(readFromTab('notes')).toEqual(value);
    },
  );

  it('is nothing before something is written, and when it cannot be read', () => {
    sessionStorage.setItem('scribble', 'no JSON');

    expect(readFromTab('notes')).toBeUndefined();
    expect(readFromTab('scribble')).toBeUndefined();
  });

  it('is given up without an error where the browser refuses to store', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });

    expect(() => keepInTab('notes', 1)).not.toThrow();
  });
});
