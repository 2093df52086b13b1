/** How the tabs of a program are opened; where they share a process is for the browser to decide. */
export type Placement = 'apart' | 'opener' | 'noopener';

/** What the browser, rather than a page, does with a tab. */
export type BrowserVerb =
  | 'run'
  | 'await'
  | 'pause'
  | 'close'
  | 'navigate'
  | 'crash'
  | 'back'
  | 'freeze'
  | 'thaw'
  | 'open'
  | 'open-noopener';

/** Such as `run A B`: these tabs begin at the same moment. */
export type BrowserStep = `${BrowserVerb} ${string}`;

/** A few steps in two or three tabs of one origin, and what may come of them. */
export interface Program {
  readonly name: string;
  /** The steps of each tab, by its name. */
  readonly tabs: Readonly<Record<string, readonly string[]>>;
  /** What the browser does; runs all tabs at the same moment when omitted. */
  readonly browser?: readonly BrowserStep[];
  /** Every outcome that the explorer takes into account. */
  readonly allowed: readonly string[];
  /** What the browser must have for it: a back/forward cache, or hidden tabs that can be frozen. */
  readonly needs?: 'bfcache' | 'freezing';
  /** How the tabs are opened; `apart` and `opener` when omitted. */
  readonly placements?: readonly Placement[];
  /** For tabs that are opened anew for every round. */
  readonly opensAnew?: true;
}
