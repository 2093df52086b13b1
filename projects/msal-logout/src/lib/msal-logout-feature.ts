import type { Provider } from '@angular/core';

/** An option of `provideMsalLogout`, made by a `with…` function. */
export interface MsalLogoutFeature<Kind extends MsalLogoutFeatureKind = MsalLogoutFeatureKind> {
  readonly ɵkind: Kind;
  readonly ɵproviders: readonly Provider[];
}

/** Every option there is, by the function that makes it. */
export type MsalLogoutFeatureKind =
  | 'withEndSession'
  | 'withInterruptedLogout'
  | 'withProtectedResources'
  | 'withSignedOutRoute'
  | 'withSignOutTasks'
  | 'withTabSync';

/** @internal */
export function feature<Kind extends MsalLogoutFeatureKind>(
  ɵkind: Kind,
  ɵproviders: readonly Provider[],
): MsalLogoutFeature<Kind> {
  return { ɵkind, ɵproviders };
}

/** Throws when one option is given twice, which would leave it to chance which of the two counts. */
export function assertDistinctKinds(features: readonly MsalLogoutFeature[]): void {
  const seen = new Set<MsalLogoutFeatureKind>();
  for (const { ɵkind } of features) {
    if (seen.has(ɵkind)) throw new Error(`provideMsalLogout() was given ${ɵkind}() twice.`);
    seen.add(ɵkind);
  }
}
