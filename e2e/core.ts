/** Puts a test into the core, which proves the promises of the README, each mostly once: `npm test` runs it, and `test:all` the rest. */
export const CORE = { tag: '@core' } as const;
