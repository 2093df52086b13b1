import { ADA } from '../projects/msal-logout/engine/src/testing/people';
import { END_SESSION_ENDPOINT } from './browser/platform';
import {
  ALL_SEE_THE_SAME,
  ASKED_ONCE,
  INVARIANTS,
  NO_ERROR,
  NO_LOCK_STAYS,
  NOBODY_THROWN_OUT,
  NOT_ASKED_IS_TOLD,
  NOTHING_LEFT,
  SETTLED_IS_SETTLED,
} from './invariants';
import type { Invariant, Scenario, Step } from './scenario';
import { calls, does, hasSettled, signsIn, when } from './steps';
import { walkBounded } from './walk/walk-bounded';
import { World } from './world';

const KEY = 'account.ada';

/** What does not hold after the usual course of a scenario. */
async function violationsOf(
  invariants: readonly Invariant[],
  script: readonly Step[],
  changes: Partial<Scenario> = {},
): Promise<readonly string[]> {
  const scenario: Scenario = {
    name: 'a fault',
    tabs: ['A'],
    cacheLocation: 'localStorage',
    accounts: [ADA],
    scripts: { A: script },
    invariants,
    bound: 0,
    budget: 1,
    ...changes,
  };
  const options = { deadline: Infinity, now: () => 0 };
  const { violations } = await walkBounded(() => World.create(scenario), 0, options);
  return violations.map(({ message }) => message);
}

const brings = does('A', 'brings her back', () => localStorage.setItem(KEY, JSON.stringify(ADA)));
const removes = does('A', 'removes her', () => localStorage.removeItem(KEY));

describe('the invariants', () => {
  it.each(['clearCache', 'logoutRedirect', 'logoutPopup'] as const)(
    'hold after %s',
    async (verb) => {
      expect(await violationsOf(INVARIANTS, [calls('A', verb)])).toEqual([]);
    },
  );

  it('see what is left', async () => {
    const script = [calls('A', 'clearCache'), when(hasSettled('A'), brings)];

    expect(await violationsOf([NOTHING_LEFT], script)).toEqual([
      'ada is left in A after clearCache of A',
    ]);
  });

  it('see that the provider was not asked, and nobody told', async () => {
    const forgets = does('A', 'forgets', () => {
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
    });
    const script = [calls('A', 'logoutRedirect'), when(hasSettled('A'), forgets)];
    const hanging = { platform: { provider: 'hanging' } } as const;
    const dismisses = does('A', 'dismisses', ({ client }) => void client.dismiss());

    expect(await violationsOf([NOT_ASKED_IS_TOLD], script.slice(0, 1), hanging)).toEqual([]);
    expect(await violationsOf([NOT_ASKED_IS_TOLD], [...script, dismisses], hanging)).toEqual([
      'logoutRedirect of A: the provider was not asked about ada, and nobody knows',
    ]);
  });

  it('see that the provider was asked twice', async () => {
    const asks = does('A', 'asks again', () => window.location.assign(END_SESSION_ENDPOINT));
    const script = [
      calls('A', 'logoutRedirect'),
      when(({ browser }) => browser.pages.length > 1, asks),
    ];

    expect(await violationsOf([ASKED_ONCE], script)).toEqual([
      'the provider is asked by A and A about the same people (hints ada,none)',
    ]);
  });

  it('see that somebody was thrown out', async () => {
    const script = [calls('A', 'clearCache'), when(hasSettled('A'), signsIn('A', ADA)), removes];

    expect(await violationsOf([NOBODY_THROWN_OUT], script)).toEqual([
      'ada signed in after the sign-out at A, and is gone',
    ]);
    expect(await violationsOf([NOBODY_THROWN_OUT], script.slice(0, 2))).toEqual([]);
  });

  it('see locks that stay, and calls that do not settle', async () => {
    const locks = does('A', 'takes locks', () => {
      void navigator.locks.request('x', () => new Promise(() => undefined));
      sessionStorage.setItem('msal.interaction.status', 'mail-app');
    });
    const never = (): Promise<void> => new Promise(() => undefined);

    expect(await violationsOf([NO_LOCK_STAYS], [locks])).toEqual([
      'the lock x stays',
      "MSAL's interaction lock stays in tab A",
    ]);
    expect(
      await violationsOf([NO_LOCK_STAYS], [calls('A', 'clearCache')], {
        tasks: [never],
        platform: { horizon: 100 },
      }),
    ).toEqual(['clearCache of A never settles']);
  });

  it('see that tabs see different people', async () => {
    expect(await violationsOf([ALL_SEE_THE_SAME], [removes], { tabs: ['A', 'B'] })).toEqual([
      'A lists ada, and in the cache is nobody',
    ]);
  });

  it('see an interruption of what is settled', async () => {
    const keeps = does('A', 'keeps the record', () => {
      const journal = Object.keys(localStorage).find((key) => key.includes('journal')) ?? '';
      Reflect.set(globalThis, 'record', localStorage.getItem(journal));
    });
    const forges = does('A', 'forges a later record', ({ client }) => {
      const record = JSON.parse(String(Reflect.get(globalThis, 'record'))) as object;
      const interrupted = { ...record, stateId: 'another', order: 1_000, stage: 'interrupted' };
      localStorage.setItem('end-session.journal.another', JSON.stringify(interrupted));
      void client.dismiss();
    });
    const hasBegun = ({ browser }: World): boolean =>
      [...browser.storage.committed.keys()].some((key) => key.includes('journal'));
    const isBack = ({ browser }: World): boolean => browser.pages.length > 1;
    const script = [calls('A', 'logoutRedirect'), when(hasBegun, keeps), when(isBack, forges)];

    expect(await violationsOf([SETTLED_IS_SETTLED], script)).toEqual([
      'A2 tells of an interruption of a sign-out that is settled',
    ]);
  });

  it('see errors that nobody has caught', async () => {
    const fails = does('A', 'fails', () => reportError(new Error('Oh.')));

    expect(await violationsOf([NO_ERROR], [fails])).toEqual(['A reports Error: Oh.']);
  });
});
