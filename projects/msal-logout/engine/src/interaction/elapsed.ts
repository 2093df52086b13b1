/** Resolves when the time is up, in milliseconds; never, when `settled` is aborted before. */
export function elapsed(milliseconds: number, settled: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    settled.addEventListener('abort', () => clearTimeout(timer));
  });
}
