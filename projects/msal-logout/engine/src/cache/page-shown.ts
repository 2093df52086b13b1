/**
 * Calls `listener` when somebody comes back to the page, until the result is called: from another window or tab,
 * out of the bfcache, or after the browser had frozen it. It may have missed whatever happened meanwhile.
 */
export function onPageShown(listener: () => void): () => void {
  const listenTo = [
    [window, 'pageshow'],
    [window, 'focus'],
    [document, 'visibilitychange'],
    [document, 'resume'],
  ] as const;
  for (const [target, type] of listenTo) target.addEventListener(type, listener);
  return () => {
    for (const [target, type] of listenTo) target.removeEventListener(type, listener);
  };
}
