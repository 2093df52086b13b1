import type { Observable } from 'rxjs';
import { AsyncSubject } from 'rxjs';

/**
 * An Observable of something that runs already: every subscriber gets the one result and completion, and
 * unsubscribing changes nothing. A failure that nobody has subscribed to by then goes to `onUnheard`.
 */
export function eager<T>(outcome: Promise<T>, onUnheard: (error: unknown) => void): Observable<T> {
  const subject = new AsyncSubject<T>();
  outcome.then(
    (value) => {
      subject.next(value);
      subject.complete();
    },
    (error: unknown) => {
      if (!subject.observed) onUnheard(error);
      subject.error(error);
    },
  );
  return subject.asObservable();
}
