import type { Browser } from '@playwright/test';
import type { Site } from '../site/site';

/** What every benchmark works with. */
export interface Bench {
  readonly browser: Browser;
  readonly site: Site;
  /** How many samples to take of `usual`: fewer when it has to be quick. */
  readonly samples: (usual: number) => number;
}
