import { MsalLogoutError } from '../errors/msal-logout-error';
import type { InteractionType } from '../events/event-type';
import type { EndSessionPopupRequest } from '../request/end-session-popup-request';
import type { EndSessionRequest } from '../request/end-session-request';
import type { LogoutResult } from '../request/logout-result';
import { isSameRequest } from '../request/same-request';

interface Running {
  readonly interactionType: InteractionType;
  readonly request: EndSessionRequest & EndSessionPopupRequest;
  readonly result: Promise<LogoutResult>;
}

/** Lets one sign-out run at a time. */
export class Latch {
  #running: Running | null = null;

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /**
   * Starts a sign-out in the caller's task, or joins the one that runs if it is for the same thing.
   * @throws MsalLogoutError `interaction_in_progress` when another one runs.
   */
  run(
    interactionType: InteractionType,
    request: EndSessionRequest & EndSessionPopupRequest,
    start: () => Promise<LogoutResult>,
  ): Promise<LogoutResult> {
    if (this.#running) {
      const same = this.#running.interactionType === interactionType;
      if (same && isSameRequest(this.#running.request, request)) return this.#running.result;
      throw new MsalLogoutError('interaction_in_progress', request.correlationId ?? '');
    }
    let begin: (result: Promise<LogoutResult>) => void = () => undefined;
    const result = new Promise<LogoutResult>((resolve) => (begin = resolve));
    this.#running = { interactionType, request, result };
    begin(start().finally(() => (this.#running = null)));
    return result;
  }
}
