import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { SKIP_MSAL_LOGOUT } from 'msal-logout';

import { API } from '../sign-in/api';

/** What became of the public request. */
export type PublicRequestState = 'idle' | 'loading' | 'done' | 'failed';

/** A request to the API that needs nobody to be signed in, and that no sign-out touches. */
@Injectable({ providedIn: 'root' })
export class PublicRequest {
  readonly #http = inject(HttpClient);
  readonly #api = inject(API);
  readonly #state = signal<PublicRequestState>('idle');
  readonly #message = signal('');

  readonly state = this.#state.asReadonly();
  /** What the API has answered; empty before that. */
  readonly message = this.#message.asReadonly();

  /** Sends the request, unless one is under way. */
  start(): void {
    if (this.#state() === 'loading') return;
    this.#state.set('loading');
    this.#message.set('');
    const context = new HttpContext().set(SKIP_MSAL_LOGOUT, true);
    this.#http.get<{ message: string }>(`${this.#api.url}/public`, { context }).subscribe({
      next: ({ message }) => {
        this.#message.set(message);
        this.#state.set('done');
      },
      error: () => this.#state.set('failed'),
    });
  }
}
