/** Puts a test into the core, which proves each promise of the README once: `npm test` runs it, and `test:all` the rest. */
export const CORE = { tag: '@core' } as const;
