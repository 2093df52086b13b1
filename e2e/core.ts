/**
 * Puts a test into the core, which proves the promises of the README, most of them once. `npm test` runs the core, and
 * `npm run test:all` the rest.
 */
export const CORE = { tag: '@core' } as const;
