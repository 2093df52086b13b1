/** What a browser and its provider are like in a scenario. */
import type { MessageFaults } from './channels';

/** The origin of the application. */
export const ORIGIN = 'https://app.example';
/** Where the application's pages are. */
export const APPLICATION = `${ORIGIN}/`;
/** Where the provider ends sessions. */
export const END_SESSION_ENDPOINT = 'https://id.example/session/end';

/**
 * How the provider answers: it sends the browser back, cannot be reached (the browser shows an error page), or never
 * answers (the page stays).
 */
export type ProviderState = 'up' | 'down' | 'hanging';

/** What is as usual where a scenario says nothing. */
export interface PlatformOptions {
  readonly provider?: ProviderState | undefined;
  readonly broadcastChannel?: 'present' | 'absent' | 'throwing' | undefined;
  readonly messages?: MessageFaults | undefined;
  readonly locks?: 'present' | 'absent' | 'throwing' | 'silent' | undefined;
  readonly storage?: 'present' | 'throwing' | undefined;
  readonly popups?: 'opened' | 'blocked' | undefined;
  /** Whether the user may close a popup, at any time. */
  readonly popupsAreClosed?: 'never' | 'perhaps' | undefined;
  /** Whether pages that are left stay in the back/forward cache; a page that has a lock never does. */
  readonly backForwardCache?: 'off' | 'on' | undefined;
  /** Delays, in milliseconds, of timers that may fire at any time. */
  readonly earlyTimers?: readonly number[] | undefined;
  /** How long, in milliseconds, time passes when all is at rest. */
  readonly horizon?: number | undefined;
  /**
   * The assumption that what a page has written is seen by all others that are awake before it counts as gone: before
   * its navigation commits, the next page of its tab loads, its locks are free, and a window looks closed.
   */
  readonly writesOutrunTheEnd?: 'assumed' | 'not assumed' | undefined;
}

/** {@link PlatformOptions} with every default. */
export type Platform = {
  readonly [Name in keyof PlatformOptions]-?: NonNullable<PlatformOptions[Name]>;
};

/** Fills in what is usual. */
export function resolvePlatform(options: PlatformOptions): Platform {
  return {
    provider: options.provider ?? 'up',
    broadcastChannel: options.broadcastChannel ?? 'present',
    messages: options.messages ?? {},
    locks: options.locks ?? 'present',
    storage: options.storage ?? 'present',
    popups: options.popups ?? 'opened',
    popupsAreClosed: options.popupsAreClosed ?? 'never',
    backForwardCache: options.backForwardCache ?? 'off',
    earlyTimers: options.earlyTimers ?? [],
    horizon: options.horizon ?? 120_000,
    writesOutrunTheEnd: options.writesOutrunTheEnd ?? 'assumed',
  };
}
