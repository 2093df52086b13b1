/** What a scenario consists of. */
import type { AccountInfo } from '../projects/msal-logout/engine/src/cache/account-info';
import type { ApplicationSetting } from './application';
import type { Move } from './browser/page-moves';
import type { PlatformOptions } from './browser/platform';
import type { World } from './world';

/** Something that somebody does, in one task. */
export interface Step {
  /** The tab that it is about: its tasks and this step have an order. `clock` when it is about none. */
  readonly tab: string;
  readonly label: string;
  /** Whether it may also never happen; nothing waits for it. */
  readonly isOptional?: boolean;
  /** When it can happen, besides after the step before; by default while the tab's page runs. */
  readonly when?: (world: World) => boolean;
  readonly move: (world: World) => Move;
}

/** What one actor does, in order. */
export type Script = readonly Step[];

/** Something that has to hold, at the end or after every step. */
export interface Invariant {
  readonly name: string;
  /** After every step, only what one tab can see is looked at: not every order of independent steps is walked. */
  readonly when: 'always' | 'at the end';
  /** What does not hold, in words; empty when all is well. */
  readonly check: (world: World) => readonly string[];
}

/** A scenario: where it plays, what everybody does, and how much of it is walked. */
export interface Scenario extends ApplicationSetting {
  readonly name: string;
  /** The tabs that are open, with a page of the application each. */
  readonly tabs: readonly string[];
  /** Who is signed in, in every tab. */
  readonly accounts?: readonly AccountInfo[];
  readonly platform?: PlatformOptions;
  /** What has happened before, one after the other, each until all is at rest. */
  readonly given?: Script;
  /** What happens then, in any order: one script for each actor. */
  readonly scripts: Readonly<Record<string, Script>>;
  readonly invariants: readonly Invariant[];
  /** `unbounded`: all schedules; a number: all with at most so many preemptions. */
  readonly bound: 'unbounded' | number;
  /** How long, in seconds, it may be walked. */
  readonly budget: number;
}
