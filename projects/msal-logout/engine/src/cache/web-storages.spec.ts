import { entraPerson } from '../testing/msal-majors';
import { msalEntries } from '../testing/msal-storage';
import { MsalCacheChannel } from './msal-cache-channel';
import { assertSwept, keysOf, planSweeps, sweepWebStorages, webStorages } from './web-storages';

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const TARGET = { accounts: [ADA], everyone: false };

/** Ada signed in, in both Web Storages. */
function setupStorages() {
  const entries = msalEntries('schema 3 (5.8)', { people: [ADA], clientIds: ['c1'] });
  for (const storage of [localStorage, sessionStorage]) {
    storage.clear();
    for (const entry of Object.entries(entries)) storage.setItem(...entry);
  }
  const channel = new MsalCacheChannel();
  const tell = jest.spyOn(channel, 'tell').mockReturnValue();
  const sweep = (): void => sweepWebStorages(planSweeps(TARGET, 'c1'), channel);
  return { sweep, told: () => tell.mock.calls.map(([entries]) => entries.size) };
}

function blockLocalStorage(): void {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
}

afterEach(() => jest.restoreAllMocks());

it('tells the instances of other tabs what has gone from localStorage, which they share', () => {
  const { sweep, told } = setupStorages();
  sweep();

  // An account, an ID token, an access token, a refresh token.
  expect(told()).toEqual([4]);
  expect(keysOf(planSweeps(TARGET, 'c1'))).toEqual([]);
});

it('tells them nothing where the page may not use localStorage', () => {
  const { sweep, told } = setupStorages();
  blockLocalStorage();
  sweep();

  expect(webStorages()).toEqual([window.sessionStorage]);
  expect(told()).toEqual([]);
  expect(keysOf(planSweeps(TARGET, 'c1'))).toEqual([]);
});

it('counts what is left, entries and lists that name them', () => {
  const { sweep } = setupStorages();
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => undefined);
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => undefined);
  sweep();

  // Four entries and two key maps, in each storage.
  expect(() => assertSwept(TARGET, 'c1', 'c-1')).toThrow('Entries left: 12.');
});
