import fc from 'fast-check';
import type { StoredCache, StoredPerson } from '../testing/msal-storage';
import { msalEntries, SCHEMA_NAMES } from '../testing/msal-storage';
import { isSwept, planSweep, sweep } from './storage-sweep';

const TENANT = '7e7e7e7e-0000-4000-8000-0000000000aa';

function entraPerson(id: string): StoredPerson {
  return {
    homeAccountId: `${id}.${TENANT}`,
    environment: 'login.windows.net',
    tenantId: TENANT,
    localAccountId: id,
    username: `${id}@example.example`,
  };
}

function oidcPerson(subject: string, environment = 'id.example'): StoredPerson {
  return {
    homeAccountId: subject,
    environment,
    tenantId: '',
    localAccountId: subject,
    username: subject,
  };
}

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b');

function fill(...sources: readonly Record<string, string>[]): Storage {
  localStorage.clear();
  for (const source of sources) {
    for (const [key, value] of Object.entries(source)) localStorage.setItem(key, value);
  }
  return localStorage;
}

const only = (...accounts: readonly StoredPerson[]) => ({ accounts, everyone: false });

/** What the storage holds once `gone` are swept out of it. */
function swept(storage: Storage, ...gone: readonly StoredPerson[]): Record<string, string> {
  sweep(storage, planSweep(storage, only(...gone), 'c1'));
  return { ...storage };
}

/** What the storage holds once client `c1` has signed out `everyone` that it knows of. */
function sweptOfEveryone(storage: Storage, ...everyone: StoredPerson[]): Record<string, string> {
  sweep(storage, planSweep(storage, { accounts: everyone, everyone: true }, 'c1'));
  return { ...storage };
}

/** Key maps lose members, so storages are compared without regard to the order in which they list keys. */
function sorted(entries: Record<string, string>): unknown {
  return Object.entries(entries)
    .map(([key, value]) => [
      key,
      value.replace(/\[[^\]]*\]/g, (list) => list.split(',').sort().join()),
    ])
    .sort();
}

const both = (people: readonly StoredPerson[], more: Partial<StoredCache> = {}): StoredCache => ({
  people,
  clientIds: ['c1', 'C2-Upper'],
  ...more,
});

describe.each(SCHEMA_NAMES)('in %s', (schema) => {
  it('leaves exactly what MSAL would have written without the account', () => {
    const storage = fill(msalEntries(schema, both([ADA, ALAN], { active: ADA })));

    expect(sorted(swept(storage, ADA))).toEqual(sorted(msalEntries(schema, both([ALAN]))));
  });

  it('leaves nothing when all accounts go', () => {
    const storage = fill(msalEntries(schema, both([ADA, ALAN], { active: ALAN })));

    expect(swept(storage, ADA, ALAN)).toEqual({});
  });

  it('keeps the active account of somebody else', () => {
    const storage = fill(msalEntries(schema, both([ADA, ALAN], { active: ALAN })));

    expect(swept(storage, ADA)).toHaveProperty(['msal.c1.active-account-filters']);
  });

  it('takes guest tenants and family tokens with the account', () => {
    const guest = { ...ADA, guestTenants: ['8e8e8e8e-0000-4000-8000-0000000000bb'] };
    const storage = fill(msalEntries(schema, both([guest, ALAN], { familyToken: true })));

    expect(sorted(swept(storage, ADA))).toEqual(
      sorted(msalEntries(schema, both([ALAN], { familyToken: true }))),
    );
  });

  it('does not take alice2, malice or a namesake at another provider for alice', () => {
    const others = [
      oidcPerson('alice2'),
      oidcPerson('malice'),
      oidcPerson('alice', 'op.example'),
      // Their keys read as those of alice's ID tokens.
      oidcPerson('alice-id.example-idtoken'),
      oidcPerson('alice|id.example|idtoken'),
    ];
    const storage = fill(msalEntries(schema, both([oidcPerson('alice'), ...others])));

    expect(sorted(swept(storage, oidcPerson('ALICE')))).toEqual(
      sorted(msalEntries(schema, both(others))),
    );
  });

  it('takes entries that no key map lists, and an account that cannot be read', () => {
    const entries = msalEntries(schema, both([ADA]));
    const orphans = Object.entries(entries)
      .filter(([key]) => !key.includes('keys'))
      .map(([key, value]) => [key, value.includes('MSSTS') ? '{"corrupt' : value]);

    expect(swept(fill(Object.fromEntries(orphans) as Record<string, string>), ADA)).toEqual({});
  });

  it('takes a client’s tokens without an account when it signs everybody out', () => {
    const entries = msalEntries(schema, both([ADA, ALAN], { active: ADA }));
    const orphans = Object.entries(entries).filter(([, value]) => !value.includes('MSSTS'));
    const left = sweptOfEveryone(fill(Object.fromEntries(orphans)));

    const ofC1 = Object.keys(left).filter((key) => /[-|.]c1\b/.test(key));
    expect(ofC1).toEqual([]);
    expect(Object.keys(left).filter((key) => /token[-|]c2/.test(key))).toHaveLength(6);
  });

  it('takes accounts that cannot be read when everybody is signed out', () => {
    const entries = msalEntries(schema, { people: [ADA, ALAN], clientIds: ['c1'] });
    for (const key of Object.keys(entries)) {
      if (entries[key]?.includes('MSSTS')) entries[key] = '{"corrupt';
    }

    expect(sweptOfEveryone(fill(entries))).toEqual({});
  });

  it.each([['account.keys'], ['token.keys']])(
    'takes what a key map lists that nobody can read (%s) when everybody is signed out',
    (map) => {
      const entries = msalEntries(schema, both([ADA, ALAN], { active: ADA }));
      for (const key of Object.keys(entries)) if (key.includes(map)) entries[key] = '[[';
      // Whose accounts these are, only the map of the accounts could tell.
      const known = map === 'account.keys' ? [] : [ADA, ALAN];
      const left = Object.entries(sweptOfEveryone(fill(entries), ...known));

      expect(left.filter(([key]) => /[-|.]c1\b/.test(key))).toEqual([]);
      expect(left.filter(([, value]) => value.includes('MSSTS'))).toEqual([]);
      expect(left.map(([key]) => key)).not.toContainEqual(expect.stringMatching(/account\.keys/));
    },
  );

  it.each([['account.keys'], ['token.keys']])(
    'takes a key map of the client that nobody can read (%s), and nothing else of other people',
    (map) => {
      const entries = msalEntries(schema, { people: [ADA, ALAN], clientIds: ['c1'] });
      const expected = msalEntries(schema, { people: [ALAN], clientIds: ['c1'] });
      const [key = ''] = Object.keys(entries).filter((each) => each.includes(map));
      const { [key]: _, ...rest } = expected;
      const corrupt = (entries[key] ?? '').slice(0, -1);

      expect(swept(fill({ ...entries, [key]: corrupt }), ADA)).toEqual(rest);
    },
  );

  it('takes encrypted entries', () => {
    const entries = msalEntries(schema, both([ADA, ALAN]));
    for (const key of Object.keys(entries)) {
      if (!key.includes('keys')) entries[key] = '{"id":"i","nonce":"n","data":"d"}';
    }
    const left = swept(fill(entries), ADA);

    expect(Object.keys(left).filter((key) => key.includes(ADA.localAccountId))).toEqual([]);
    expect(Object.keys(left).filter((key) => key.includes(ALAN.localAccountId))).toHaveLength(7);
  });

  it('is separate from other accounts whatever the ids are', () => {
    const id = fc.stringMatching(/^[a-cA-C|.\-$ü]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 2, maxLength: 4, selector: (it) => it.toLowerCase() }),
        (subjects) => {
          const [first, ...others] = subjects.map((subject) => oidcPerson(subject));
          if (!first) return;
          const storage = fill(msalEntries(schema, both([first, ...others])));
          expect(sorted(swept(storage, first))).toEqual(sorted(msalEntries(schema, both(others))));
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('sweeps schemas that lie side by side', () => {
  const all = (people: StoredPerson[]): Record<string, string>[] =>
    SCHEMA_NAMES.map((schema) => msalEntries(schema, both(people)));

  expect(swept(fill(...all([ADA, ALAN])), ADA, ALAN)).toEqual({});
});

it('leaves alone what is not the account’s', () => {
  const foreign = {
    'app.theme': 'dark',
    'my-msal-notes': 'milk',
    'prefs-c1': '{}',
    [`notes-${ADA.homeAccountId}-login.windows.net`]: 'mine',
    [`${ADA.homeAccountId}-login.windows.net-notes`]: 'mine',
    'msal.version': '5.29.0',
    'msal.interaction.status': '{"clientId":"c2","type":"signin"}',
    'msal.browser.log.level': '3',
    'server-telemetry-c1': '{}',
    'appmetadata-login.windows.net-c1': '{}',
    [`throttling.{"clientId":"c1","homeAccountIdentifier":"${ADA.homeAccountId}"}`]: '{}',
    'msal.c1.active-account-filters': 'not json',
    'msal.2.token.keys.c9': 'not json',
    'app.active-account-notes': 'ada',
  };

  expect(swept(fill(msalEntries('schema 3 (5.8)', both([ADA])), foreign), ADA)).toEqual(foreign);
});

it('removes the entries before it touches a key map', () => {
  const storage = fill(msalEntries('schema 3 (5.8)', both([ADA])));
  const order: string[] = [];
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation((key) => order.push(key));
  sweep(storage, planSweep(storage, only(ADA), 'c1'));
  jest.restoreAllMocks();

  const isMap = order.map((key) => key.includes('.keys'));
  expect(isMap).toEqual([...isMap].sort());
  expect(new Set(isMap)).toEqual(new Set([false, true]));
});

it('shows in the next plan what the storage has refused', () => {
  const storage = fill(msalEntries('schema 3 (5.8)', both([ADA])));
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  sweep(storage, planSweep(storage, only(ADA), 'c1'));
  jest.restoreAllMocks();

  expect(isSwept(planSweep(storage, only(ADA), 'c1'))).toBe(false);
  expect(planSweep(storage, only(ADA), 'c1').entries.size).toBe(7);
});

it('does not tell whose a token is that no key map lists', () => {
  const entries = msalEntries('schema 3 (5.8)', { people: [ADA], clientIds: ['c1'] });
  const unlisted = Object.entries(entries).filter(([key]) => !key.includes('keys'));
  const { entries: found } = planSweep(fill(Object.fromEntries(unlisted)), only(ADA), 'c1');

  expect([...found.values()]).toEqual(['', '', '', '']);
});

it('tells which client every token belongs to', () => {
  const storage = fill(
    msalEntries('schema 3 (5.8)', { people: [ADA], clientIds: ['C1'], familyToken: true }),
  );
  const clients = [...planSweep(storage, only(ADA), 'c1').entries].map(([key, client]) => [
    /idtoken|accesstoken|refreshtoken/.exec(key)?.[0] ?? 'account',
    client,
  ]);

  expect(Object.fromEntries(clients)).toEqual({
    account: '',
    idtoken: 'C1',
    accesstoken: 'C1',
    refreshtoken: '',
  });
});
