import { isPlatformBrowser } from '@angular/common';
import { DestroyRef, inject, Injectable, PLATFORM_ID } from '@angular/core';
import type {
  AccountInfo,
  AccountsClearedEvent,
  EventOf,
  MsalLogoutEvent,
} from 'msal-logout/engine';
import { EventType, InteractionStatus } from 'msal-logout/engine';
import type { Observable } from 'rxjs';
import { BehaviorSubject, distinctUntilChanged, filter, Subject } from 'rxjs';
import { END_SESSION_CLIENT } from '../end-session-client';

/** Streams what happens to accounts and sign-outs. */
@Injectable()
export class MsalBroadcastService {
  readonly #events = new Subject<MsalLogoutEvent>();
  readonly #inProgress = new BehaviorSubject<InteractionStatus>(InteractionStatus.Startup);
  readonly #accounts: BehaviorSubject<readonly AccountInfo[]>;

  /** Every event as it happens; nothing of what happened before. Never errors. */
  readonly events$: Observable<MsalLogoutEvent> = this.#events.asObservable();

  /** What the library is doing: starts with the current value, then tells every other one. */
  readonly inProgress$: Observable<InteractionStatus> =
    this.#inProgress.pipe(distinctUntilChanged());

  /** Who is signed in: starts with the current accounts, then tells whenever they are others. */
  readonly accounts$: Observable<readonly AccountInfo[]>;

  /** Accounts that are gone, whoever removed them. */
  readonly accountsCleared$: Observable<AccountsClearedEvent> = this.on(EventType.ACCOUNTS_CLEARED);

  constructor() {
    const client = inject(END_SESSION_CLIENT);
    this.#accounts = new BehaviorSubject(client.accounts);
    this.accounts$ = this.#accounts.asObservable();

    const removers = [
      client.addAccountsListener((accounts) => this.#accounts.next(accounts)),
      client.addEventCallback((event) => this.#receive(event)),
    ];
    if (isPlatformBrowser(inject(PLATFORM_ID))) {
      const ready = (): void => this.#inProgress.next(InteractionStatus.None);
      client.initialize().then(ready, ready);
    }
    inject(DestroyRef).onDestroy(() => {
      for (const remove of removers) remove();
      for (const subject of [this.#events, this.#inProgress, this.#accounts]) subject.complete();
    });
  }

  /** {@link events$} of the given types only, with their payloads. */
  on<T extends EventType>(...types: readonly [T, ...T[]]): Observable<EventOf<T>> {
    const wanted = new Set<EventType>(types);
    return this.#events.pipe(filter((event): event is EventOf<T> => wanted.has(event.eventType)));
  }

  #receive(event: MsalLogoutEvent): void {
    const { LOGOUT_START, LOGOUT_END } = EventType;
    if (event.eventType === LOGOUT_START) this.#inProgress.next(InteractionStatus.Logout);
    if (event.eventType === LOGOUT_END) this.#inProgress.next(InteractionStatus.None);
    this.#events.next(event);
  }
}
