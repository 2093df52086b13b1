import { inTime } from './in-time';

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
  return inTime(milliseconds, promise).catch(() => {
    promise.then(discard, () => undefined);
    return fallback;
  });
}
