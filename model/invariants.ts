/** What has to hold whatever the order, as it can be seen from outside: in storages, at the provider, and by what clients say. */
import type { Application, SignOutCall } from './application';
import { idsOf } from './application';
import { accountsIn } from './fake-account-cache';
import type { Invariant } from './scenario';
import type { AskedAbout } from './truth';
import {
  accountsOf,
  causes,
  isOver,
  isReturned,
  isStillWanted,
  signInsAfter,
  whomCallsAreAbout,
} from './truth';
import type { World } from './world';

/** Of an account whose sign-out is over, nothing is in the storage of a tab that runs. */
export const NOTHING_LEFT: Invariant = {
  name: 'nothing is left',
  when: 'at the end',
  check: (world) =>
    world.calls.filter((call) => isOver(world, call)).flatMap((call) => leftBy(world, call)),
};

/** Where the provider was not asked, an interruption is recorded, or somebody is responsible. */
export const NOT_ASKED_IS_TOLD: Invariant = {
  name: 'who was not asked about is told',
  when: 'at the end',
  check: (world) =>
    world.calls
      .filter(({ verb }) => verb !== 'clearCache')
      .filter((call) => isOver(world, call) && call.result?.server !== 'skipped')
      .flatMap((call) =>
        accountsOf(world, call)
          .filter((id) => !isAnswered(world, id) && signInsAfter(world, id, call).length === 0)
          .filter((id) => !isRecorded(world, id))
          .map((id) => `${nameOf(call)}: the provider was not asked about ${id}, and nobody knows`),
      ),
};

/** For the same people, the provider is asked once. */
export const ASKED_ONCE: Invariant = {
  name: 'the provider is asked once',
  when: 'at the end',
  check: (world) => {
    const asked = whomCallsAreAbout(world).filter(({ call }) => call.isAnswered);
    return asked.flatMap((one, index) =>
      asked
        .slice(index + 1)
        .filter((other) => overlap(one.accounts, other.accounts))
        .filter((other) => !hasSignedInBetween(world, one, other))
        .map((other) => {
          const tabs = [one, other].map(({ call }) => call.tab).sort();
          const hints = [one, other].map(({ call }) => call.hint ?? 'none').sort();
          const what = `about the same people (hints ${hints.join()})`;
          return `the provider is asked by ${tabs.join(' and ')} ${what}`;
        }),
    );
  },
};

/** Who has signed in after a sign-out stays. */
export const NOBODY_THROWN_OUT: Invariant = {
  name: 'nobody is thrown out',
  when: 'at the end',
  check: (world) =>
    world.signIns
      .filter((signIn) => isStillWanted(world, signIn))
      .filter(({ page, account }) => {
        const application = world.applications.get(page);
        return page.life === 'running' && application && !holds(application).includes(account);
      })
      .map(
        ({ account, page }) =>
          `${account} signed in after the sign-out at ${page.name}, and is gone`,
      ),
};

/** No lock stays, and no sign-out waits for ever. */
export const NO_LOCK_STAYS: Invariant = {
  name: 'no lock stays',
  when: 'at the end',
  check: (world) => [
    ...world.browser.locks.held.map((name) => `the lock ${unnamed(name)} stays`),
    ...[...world.browser.tabs.values()]
      .filter(({ page, session }) => page && session.getItem('msal.interaction.status') !== null)
      .map(({ name }) => `MSAL's interaction lock stays in tab ${name}`),
    ...world.calls
      .filter(({ page, settledAt }) => page.life === 'running' && settledAt === null)
      .map((call) => `${nameOf(call)} never settles`),
  ],
};

/** Where tabs have one cache, all of them see the same people. */
export const ALL_SEE_THE_SAME: Invariant = {
  name: 'all tabs see the same',
  when: 'at the end',
  check: (world) => {
    if (world.scenario.cacheLocation !== 'localStorage') return [];
    const there = accountsIn(world.browser.storage.committed.keys()).slice().sort().join();
    return ready(world)
      .filter(({ client }) => idsOf(client.accounts).join() !== there)
      .map(({ page, client }) => {
        const listed = idsOf(client.accounts).join() || 'nobody';
        return `${page.name} lists ${listed}, and in the cache is ${there || 'nobody'}`;
      });
  },
};

/** A sign-out that came back is not told to be interrupted. */
export const SETTLED_IS_SETTLED: Invariant = {
  name: 'what is settled is not interrupted',
  when: 'at the end',
  check: (world) =>
    ready(world).flatMap(({ page, client: { interrupted } }) =>
      interrupted && isReturned(world, idsOf(interrupted.accounts))
        ? [`${page.name} tells of an interruption of a sign-out that is settled`]
        : [],
    ),
};

/** What has nothing to do with sign-outs: no script of the engine fails unnoticed. */
export const NO_ERROR: Invariant = {
  name: 'no error',
  when: 'at the end',
  check: (world) =>
    world.browser.pages.flatMap(({ name, errors }) =>
      errors.map((error) => `${name} reports ${String(error)}`),
    ),
};

/** All of them. */
export const INVARIANTS: readonly Invariant[] = [
  NOTHING_LEFT,
  NOT_ASKED_IS_TOLD,
  ASKED_ONCE,
  NOBODY_THROWN_OUT,
  NO_LOCK_STAYS,
  ALL_SEE_THE_SAME,
  SETTLED_IS_SETTLED,
  NO_ERROR,
];

function leftBy(world: World, call: SignOutCall): readonly string[] {
  const gone = accountsOf(world, call).filter((id) => signInsAfter(world, id, call).length === 0);
  return ready(world).flatMap((application) =>
    holds(application)
      .filter((id) => gone.includes(id))
      .map((id) => `${id} is left in ${application.page.name} after ${nameOf(call)}`),
  );
}

function hasSignedInBetween({ signIns }: World, one: AskedAbout, other: AskedAbout): boolean {
  return signIns.some(
    ({ account, endedAt }) =>
      one.call.at < endedAt &&
      endedAt < other.call.at &&
      (other.accounts.length === 0 || other.accounts.includes(account)),
  );
}

/** Whether the provider has been asked about an account that has not signed in since. */
function isAnswered(world: World, id: string): boolean {
  return whomCallsAreAbout(world).some(
    ({ call, accounts }) =>
      call.isAnswered &&
      (accounts.includes(id) || accounts.length === 0) &&
      !world.signIns.some(({ account, endedAt }) => account === id && endedAt > call.at),
  );
}

/** Whether a page says so; where none runs, whether the next one will find it. */
function isRecorded(world: World, id: string): boolean {
  const pages = ready(world);
  if (pages.length === 0) return causes(world, id).length > 0;
  return pages.some(
    ({ client: { interrupted } }) => interrupted && idsOf(interrupted.accounts).includes(id),
  );
}

function ready(world: World): readonly Application[] {
  return world.running.filter(({ isReady }) => isReady);
}

/** The ids of the accounts in the cache, whatever the client makes of it. */
function holds({ cache }: Application): readonly string[] {
  return idsOf(cache.getAllAccounts());
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((id) => others.includes(id));
}

function nameOf({ verb, page }: SignOutCall): string {
  return `${verb} of ${page.name}`;
}

/** Ids are of one schedule: without them, the same fault has the same words in all of them. */
function unnamed(lock: string): string {
  return lock.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…');
}
