import type { BrowserStep, Placement } from '../program';

/** A way in which tab A goes. */
export interface Going {
  readonly name: string;
  /** What the page does, in the task of its last step. */
  readonly steps: readonly string[];
  /** What the browser does once the page has executed its steps. */
  readonly browser: readonly BrowserStep[];
  readonly placements: readonly Placement[];
}

export const GOINGS: readonly Going[] = [
  {
    name: 'closes itself',
    steps: ['close'],
    browser: ['await A'],
    // Browsers let a page close what a page has opened.
    placements: ['opener', 'noopener'],
  },
  {
    name: 'navigates itself',
    steps: ['go'],
    browser: ['await A'],
    placements: ['opener', 'noopener'],
  },
  {
    name: 'is closed',
    steps: [],
    browser: ['await A', 'close A'],
    placements: ['opener', 'noopener'],
  },
  {
    name: 'is navigated',
    steps: [],
    browser: ['await A', 'navigate A'],
    placements: ['opener', 'noopener'],
  },
  {
    name: 'crashes',
    steps: [],
    browser: ['await A', 'crash A'],
    // A crash takes the other tabs of its process along.
    placements: ['noopener'],
  },
];
