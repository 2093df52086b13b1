import {
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
} from '@angular/router';

/** Whether an event of the Router says that a navigation is over, and no redirect follows from it. */
export function isLastEvent(event: unknown): boolean {
  if (event instanceof NavigationCancel) return event.code !== NavigationCancellationCode.Redirect;
  return [NavigationEnd, NavigationError, NavigationSkipped].some((type) => event instanceof type);
}
