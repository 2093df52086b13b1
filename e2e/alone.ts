/** For a test that takes the time of a page: `npm test` runs it when no other test keeps the machine busy. */
export const ALONE = { tag: '@alone' } as const;
