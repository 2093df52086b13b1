/**
 * What `promise` resolves to; `fallback` when it rejects or takes longer than `milliseconds`.
 * @param discard called with what comes after that
 */
export function within<T>(
  milliseconds: number,
  promise: Promise<T>,
  fallback: T,
  discard: (late: T) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(fallback);
    }, milliseconds);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) discard(value);
        else resolve(value);
      },
      () => {
        clearTimeout(timer);
        resolve(fallback);
      },
    );
  });
}
