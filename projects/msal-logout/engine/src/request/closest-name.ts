/** How many letters of a misspelt name may be wrong. */
const TOLERANCE = 2;

/**
 * The known name that was probably meant: letter case aside, at most two letters differ. Of a path such as
 * `account.homeAccountId` the last part counts.
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const [closest] = known
    .map((path) => ({ path, distance: editDistance(name, path.slice(path.lastIndexOf('.') + 1)) }))
    .filter(({ distance }) => distance <= TOLERANCE)
    .sort((a, b) => a.distance - b.distance);
  return closest?.path;
}

/** The Levenshtein distance, ignoring letter case. */
function editDistance(from: string, to: string): number {
  const target = Array.from(to.toLowerCase());
  let row = [0, ...target.map((_, index) => index + 1)];
  for (const letter of from.toLowerCase()) {
    const next = [(row[0] ?? 0) + 1];
    for (const [index, other] of target.entries()) {
      const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[target.length] ?? 0;
}
