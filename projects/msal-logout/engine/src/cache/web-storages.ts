import { attempt } from '../attempt';
import { MsalLogoutError } from '../errors/msal-logout-error';
import type { ClearTarget } from './account-cache';
import type { AccountIdentity } from './account-info';
import type { MsalCacheChannel } from './msal-cache-channel';
import type { Sweep } from './storage-sweep';
import { isSwept, planSweep, sweep } from './storage-sweep';

/** The Web Storages that this page may use. A page without access to storage, as in some frames, has none. */
export function webStorages(): readonly Storage[] {
  return ['localStorage', 'sessionStorage'].flatMap((name) => webStorageAt(name) ?? []);
}

/** The Web Storage that MSAL means by `cacheLocation`; `null` where it means none, or this page may not use it. */
export function webStorageAt(cacheLocation: string): Storage | null {
  if (cacheLocation !== 'localStorage' && cacheLocation !== 'sessionStorage') return null;
  return attempt(() => {
    // Some browsers give `null`, others give a storage that throws when it is used.
    const storage = window[cacheLocation] as Storage | null;
    return storage && storage.length >= 0 ? storage : null;
  }, null);
}

/** Whether this page may use both Web Storages. */
export function canReadWebStorages(): boolean {
  return webStorages().length === 2;
}

/** What has to change in every Web Storage. */
export type Sweeps = readonly (readonly [Storage, Sweep])[];

/** Finds what a target has in every Web Storage. Changes nothing. */
export function planSweeps(target: ClearTarget, clientId: string): Sweeps {
  return webStorages().map((storage) => [storage, planSweep(storage, target, clientId)]);
}

/** Sweeps every Web Storage, and has running MSAL instances forget what they hold in memory. */
export function sweepWebStorages(sweeps: Sweeps, channel: MsalCacheChannel): void {
  for (const [storage, plan] of sweeps) {
    sweep(storage, plan);
    if (attempt(() => storage === window.localStorage, false)) channel.tell(plan.entries);
  }
}

/** Takes accounts off the lists of every Web Storage that has nothing else of them. */
export function sweepMentions(accounts: readonly AccountIdentity[], clientId: string): void {
  for (const [storage, plan] of planSweeps({ accounts, everyone: false }, clientId)) {
    if (plan.entries.size === 0) sweep(storage, plan);
  }
}

/** The keys of everything that would be removed. */
export function keysOf(sweeps: Sweeps): readonly string[] {
  return sweeps.flatMap(([, { entries }]) => [...entries.keys()]);
}

/**
 * Reads back that nothing is left in any Web Storage.
 * @throws MsalLogoutError `cache_clear_failed`
 */
export function assertSwept(target: ClearTarget, clientId: string, correlationId: string): void {
  const left = planSweeps(target, clientId).filter(([, plan]) => !isSwept(plan));
  if (left.length === 0) return;
  const count = left.reduce(
    (sum, [, { entries, mentions }]) => sum + entries.size + mentions.size,
    0,
  );
  throw new MsalLogoutError('cache_clear_failed', correlationId, `Entries left: ${count}.`);
}
