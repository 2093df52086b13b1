/** How many letters of a misspelt name may be missing, or too many. */
const TOLERANCE = 2;

/**
 * The known name that was probably meant: the same but for letter case, and a letter or two that are missing, or too
 * many. Of a path such as `account.homeAccountId` the last part counts.
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
  return known.find((path) => {
    const lastPart = path.slice(path.lastIndexOf('.') + 1);
    if (Math.abs(name.length - lastPart.length) > TOLERANCE) return false;
    return isWithin(name, lastPart) || isWithin(lastPart, name);
  });
}

/** Whether all letters of `short` are in `long`, in the same order. */
function isWithin(short: string, long: string): boolean {
  const wanted = short.toLowerCase();
  let found = 0;
  for (const letter of long.toLowerCase()) if (letter === wanted[found]) found += 1;
  return found === wanted.length;
}
