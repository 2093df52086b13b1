/**
 * For a test of the core: `npm test` runs these, which prove each promise of the README once, and `npm run test:all`
 * all others.
 */
export const CORE = { tag: '@core' } as const;
