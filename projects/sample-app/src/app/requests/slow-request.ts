import { HttpClient } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isMsalLogoutError } from 'msal-logout';

import { explainInboxError } from '../inbox/explain-inbox-error';
import { API } from '../sign-in/api';
import { keepInTab, readFromTab } from '../tab-storage/tab-storage';
import { sendSlowRequest, type SlowRequestKind } from './send-slow-request';

/** What became of the slow request; `idle` also after a failure that has nothing to do with signing out. */
export type SlowRequestState = 'idle' | 'loading' | 'done' | 'signed_out';

const KEY = 'slow-request';

/**
 * A request that is slow enough to sign out while it runs.
 *
 * That a sign-out has ended it is still known on the page that the sign-out comes back to.
 */
@Injectable({ providedIn: 'root' })
export class SlowRequest {
  readonly #http = inject(HttpClient);
  readonly #api = inject(API);
  readonly #destroyRef = inject(DestroyRef);
  readonly #state = signal<SlowRequestState>(
    readFromTab(KEY) === 'signed_out' ? 'signed_out' : 'idle',
  );
  readonly #progress = signal(0);
  readonly #failure = signal<string | null>(null);

  readonly state = this.#state.asReadonly();
  /** How much of it is done, in percent. */
  readonly progress = this.#progress.asReadonly();
  /** Why it failed, if it did. */
  readonly failure = this.#failure.asReadonly();

  /** Sends the request, unless one is under way. */
  start(kind: SlowRequestKind): void {
    if (this.#state() === 'loading') return;
    this.#progress.set(0);
    this.#failure.set(null);
    this.#become('loading');
    sendSlowRequest(this.#http, this.#api.url, kind)
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe({
        next: (progress) => this.#progress.set(progress),
        error: (error: unknown) => this.#fail(error),
        complete: () => this.#become('done'),
      });
  }

  #fail(error: unknown): void {
    if (isMsalLogoutError(error, 'signed_out')) {
      this.#become('signed_out');
    } else {
      this.#failure.set(explainInboxError(error));
      this.#become('idle');
    }
  }

  // Kept at once: the page may be gone in the same task.
  #become(state: SlowRequestState): void {
    this.#state.set(state);
    keepInTab(KEY, state);
  }
}
