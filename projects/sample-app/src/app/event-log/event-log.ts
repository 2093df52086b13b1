import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MsalBroadcastService, type MsalLogoutEvent } from 'msal-logout';

import { readEntries, writeEntries, type EventLogEntry } from './stored-entries';

/** The oldest entries go when there are more. */
const MAX_ENTRIES = 200;

/**
 * Every event of the library since this tab was opened, also across the redirects of a sign-out.
 *
 * It listens from its construction on; what was emitted before is not in it.
 */
@Injectable({ providedIn: 'root' })
export class EventLog {
  readonly #entries = signal(readEntries());

  /** Oldest first. */
  readonly entries = this.#entries.asReadonly();

  constructor() {
    inject(MsalBroadcastService)
      .events$.pipe(takeUntilDestroyed())
      .subscribe((event) => this.#append(event));
  }

  /** Forgets everything. */
  clear(): void {
    this.#keep([]);
  }

  #append({ timestamp, eventType, correlationId }: MsalLogoutEvent): void {
    const entry = { timestamp, eventType, correlationId };
    this.#keep([...this.#entries(), entry].slice(-MAX_ENTRIES));
  }

  // Written at once: the page may be gone in the same task.
  #keep(entries: readonly EventLogEntry[]): void {
    this.#entries.set(entries);
    writeEntries(entries);
  }
}
