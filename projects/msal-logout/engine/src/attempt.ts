/** What `use` gives; `otherwise` when it throws, as storage does that cannot be used. */
export function attempt<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch {
    return otherwise;
  }
}
