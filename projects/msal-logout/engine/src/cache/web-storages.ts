import { MsalLogoutError } from '../errors/msal-logout-error';
import type { ClearTarget } from './account-cache';
import { tellMsalInstances } from './msal-cache-channel';
import type { Sweep } from './storage-sweep';
import { isSwept, planSweep, sweep } from './storage-sweep';

/** The Web Storages that this page may use. A page without access to storage, as in some frames, has none. */
export function webStorages(): readonly Storage[] {
  return [() => window.localStorage, () => window.sessionStorage].flatMap((storage) => {
    try {
      return [storage()];
    } catch {
      return [];
    }
  });
}

/** Sweeps every Web Storage, and has running MSAL instances forget what they hold in memory. */
export function sweepWebStorages(target: ClearTarget, clientId: string): void {
  for (const [storage, plan] of plans(target, clientId)) {
    sweep(storage, plan);
    if (storage === window.localStorage) tellMsalInstances(plan.entries);
  }
}

/** The keys of everything that a sweep would remove. */
export function keysOf(target: ClearTarget, clientId: string): readonly string[] {
  return plans(target, clientId).flatMap(([, { entries }]) => [...entries.keys()]);
}

/**
 * Reads back that nothing is left in any Web Storage.
 * @throws MsalLogoutError `cache_clear_failed`
 */
export function assertSwept(target: ClearTarget, clientId: string, correlationId: string): void {
  const left = plans(target, clientId).filter(([, plan]) => !isSwept(plan));
  if (left.length === 0) return;
  const count = left.reduce(
    (sum, [, { entries, mentions }]) => sum + entries.size + mentions.size,
    0,
  );
  throw new MsalLogoutError('cache_clear_failed', correlationId, `Entries left: ${count}.`);
}

function plans(
  { accounts, everyone }: ClearTarget,
  clientId: string,
): readonly (readonly [Storage, Sweep])[] {
  return webStorages().map((storage) => [
    storage,
    planSweep(storage, accounts, everyone ? clientId : undefined),
  ]);
}
