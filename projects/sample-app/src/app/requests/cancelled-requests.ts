import { Injectable, signal } from '@angular/core';

import { keepInTab, readFromTab } from '../tab-storage/tab-storage';

/** A request that a sign-out has cancelled: which and when. */
export interface CancelledRequest {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly method: string;
  readonly path: string;
}

const KEY = 'cancelled-requests';
/** The oldest go when there are more. */
const MAX_REQUESTS = 20;

/** The requests that sign-outs have cancelled in this tab, also across the redirect of a sign-out. */
@Injectable({ providedIn: 'root' })
export class CancelledRequests {
  readonly #requests = signal(read());

  /** Newest first. */
  readonly requests = this.#requests.asReadonly();

  /** Remembers that `request` was cancelled right now. */
  add(request: Omit<CancelledRequest, 'timestamp'>): void {
    const cancelled = { timestamp: Date.now(), ...request };
    const requests = [cancelled, ...this.#requests()].slice(0, MAX_REQUESTS);
    this.#requests.set(requests);
    // At once: the page may be gone in the same task.
    keepInTab(KEY, requests);
  }
}

function read(): readonly CancelledRequest[] {
  const stored = readFromTab(KEY);
  return Array.isArray(stored) ? stored.filter(isCancelledRequest) : [];
}

function isCancelledRequest(value: unknown): value is CancelledRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'timestamp' in value &&
    typeof value.timestamp === 'number' &&
    'method' in value &&
    typeof value.method === 'string' &&
    'path' in value &&
    typeof value.path === 'string'
  );
}
