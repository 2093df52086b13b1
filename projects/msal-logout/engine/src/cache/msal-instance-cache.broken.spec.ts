import { createEndSessionClient } from '../create-end-session-client';
import { CLIENT_ID, entraPerson, MAJORS, msalConfiguration } from '../testing/msal-majors';
import type { SchemaName } from '../testing/msal-storage';
import { msalEntries } from '../testing/msal-storage';
import { MsalInstanceCache } from './msal-instance-cache';

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b', 'alan');

/** What is in no entry of MSAL's; it does not even start on some. */
const BROKEN = ['null', '7', 'true', '"corrupt"', '[]', '[null]', '{}', '{"cut', ''];

const ENTRIES = {
  'the account': (key: string) =>
    key.startsWith('ada.') || /^msal\.\d\|ada\.[^|]*\|[^|]*\|[^|]*$/.test(key),
  'a token': (key: string) => /\bada\b.*idtoken/.test(key),
  'the list of tokens': (key: string) => key.includes('token.keys'),
};

/** Ada and Alan signed in, in localStorage, with one kind of entry spoilt. */
function fill(schema: SchemaName, isSpoilt: (key: string) => boolean, text: string): void {
  localStorage.clear();
  sessionStorage.clear();
  const people = [ADA, ALAN];
  const entries = msalEntries(schema, { people, clientIds: [CLIENT_ID], active: ADA });
  for (const [key, value] of Object.entries(entries)) {
    localStorage.setItem(key, isSpoilt(key) ? text : value);
  }
}

/** The keys of an account; an id of this library may contain its name by chance. */
const traces = (name: string) =>
  Object.keys(localStorage).filter((key) => key.includes(name) && !key.startsWith('end-session.'));

describe.each(MAJORS)('%s over a cache that it may not start on', (_, schema, createMsal) => {
  describe.each(Object.entries(ENTRIES))('where %s', (_, isSpoilt) => {
    it.each(BROKEN)('reads %p, clears the account, and keeps the other', async (text) => {
      fill(schema, isSpoilt, text);
      const client = createEndSessionClient(createMsal(msalConfiguration('localStorage')), {
        reportError: () => undefined,
      });
      const before = traces('alan');

      const result = await client.clearCache({ account: { ...ADA } });

      expect(result.local).toBe('cleared');
      expect(traces('ada')).toEqual([]);
      expect(traces('alan')).toEqual(before);
      client.close();
    });
  });
});

describe('an MSAL that does not start', () => {
  function setupBroken(cacheLocation: 'localStorage' | 'memoryStorage') {
    fill('schema 3 (5.8)', () => false, '');
    const instance = MAJORS[2][2](msalConfiguration(cacheLocation));
    const failure = new Error('does not start');
    const initialize = jest.spyOn(instance, 'initialize').mockRejectedValue(failure);
    const reported: unknown[] = [];
    const cache = new MsalInstanceCache(instance, (error) => reported.push(error));
    return { instance, initialize, failure, reported, cache };
  }

  it('is reported once, tried again each time, and not needed to list who is in a Web Storage', async () => {
    const { cache, failure, initialize, reported } = setupBroken('localStorage');
    await cache.initialize();
    await cache.initialize();

    expect(reported).toEqual([failure]);
    expect(initialize).toHaveBeenCalledTimes(2);
    expect(cache.getAllAccounts()).toHaveLength(2);
  });

  it('is not asked for the keys of bound tokens', async () => {
    const { cache, instance } = setupBroken('localStorage');
    for (const key of traces('|accesstoken|')) {
      const bound = key.replace('accesstoken', 'accesstoken_with_authscheme');
      localStorage.setItem(bound, localStorage.getItem(key) ?? '');
    }
    const clearCache = jest
      .spyOn(instance, 'clearCache')
      .mockRejectedValue(new Error('not started'));
    await cache.initialize();
    await cache.clear({ accounts: [ADA], everyone: false }, 'c-1');

    expect(clearCache).not.toHaveBeenCalled();
    expect(traces('ada')).toEqual([]);
  });

  it('leaves nobody to list who is only in its memory', async () => {
    const { cache, failure, reported } = setupBroken('memoryStorage');

    await expect(cache.initialize()).rejects.toBe(failure);
    expect(reported).toEqual([]);
  });
});

it('reads the storage where MSAL cannot list who is encrypted there', async () => {
  fill('schema 3 (5.8)', ENTRIES['the account'], '{"id":"gone","nonce":"n","data":"d"}');
  const instance = MAJORS[2][2](msalConfiguration('localStorage'));
  jest.spyOn(instance, 'initialize').mockResolvedValue();
  const listed = jest.spyOn(instance, 'getAllAccounts');
  const cache = new MsalInstanceCache(instance);
  await cache.initialize();
  cache.getAllAccounts();
  expect(listed).toHaveBeenCalledTimes(1);

  listed.mockImplementation(() => {
    throw new Error('broken');
  });
  expect(cache.getAllAccounts()).toEqual([
    expect.objectContaining({ localAccountId: ALAN.localAccountId }),
  ]);
});
