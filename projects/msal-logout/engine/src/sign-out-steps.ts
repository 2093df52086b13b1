import { accountIdentity, namelessAccount } from './cache/account-info';
import type { SignedInAccounts } from './cache/signed-in-accounts';
import type { EndSessionParts } from './end-session-parts';
import { asMsalLogoutError } from './errors/msal-logout-error';
import type { EventHub } from './events/event-hub';
import { InteractionType } from './events/event-type';
import { LogoutReport } from './events/logout-report';
import type { SignOut } from './interaction/provider-sign-out';
import type { JournalEntry } from './journal/logout-journal';
import { journalEntry } from './journal/logout-journal';
import type { PendingSignOuts } from './journal/pending-sign-outs';
import { completeRequest } from './request/complete-request';
import type { EndSessionRequest } from './request/end-session-request';
import type { LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import { runSignOutTasks } from './tasks/run-sign-out-tasks';

/** What a client knows, and a sign-out changes. */
export interface ClientState {
  readonly events: EventHub;
  readonly accounts: SignedInAccounts;
  readonly pending: PendingSignOuts;
  /** Makes the cache readable, if it is not. */
  readonly initialize: () => Promise<void>;
}

/** The order of the steps of a sign-out, and nothing else: every step is a part of its own. */
export class SignOutSteps {
  readonly #configuration: ResolvedConfiguration;
  readonly #parts: EndSessionParts;
  readonly #state: ClientState;

  constructor(configuration: ResolvedConfiguration, parts: EndSessionParts, state: ClientState) {
    this.#configuration = configuration;
    this.#parts = parts;
    this.#state = state;
  }

  /**
   * Signs out here, and then `atServer`.
   * @param wish what was asked for, and can be used
   * @param resumed the sign-out that this one goes on with
   * @throws MsalLogoutError `cache_clear_failed`; what goes wrong later is in the result
   */
  async run(
    interactionType: InteractionType,
    wish: EndSessionRequest,
    atServer: (signOut: SignOut) => Promise<ServerOutcome>,
    resumed?: JournalEntry,
  ): Promise<LogoutResult> {
    const { logger, signOutTaskTimeout: timeout } = this.#configuration;
    const { tabs, tasks, reportError: report } = this.#parts;
    const { events, accounts: signedIn, pending } = this.#state;
    const unreadable = await this.#readAccounts();
    const page = window.location.href;
    const people = resumed?.accounts.map(namelessAccount) ?? signedIn.current;
    const request = completeRequest(wish, this.#configuration, people, page);
    const { correlationId } = request;
    const accounts = request.accounts.map(accountIdentity);
    const target = { correlationId, accounts, everyone: !wish.account && !resumed };
    const told = new LogoutReport(events, interactionType, correlationId);
    const entry = journalEntry(interactionType, request, accounts, resumed);
    const { stateId } = entry;

    told.start(accounts);
    try {
      if (unreadable) throw unreadable;
      if (interactionType !== InteractionType.None) pending.begin(entry);
      const signOut = { correlationId, interactionType, accounts: request.accounts };
      const toRun = resumed && resumed.stage !== 'begun' ? [] : tasks;
      await runSignOutTasks(toRun, signOut, { timeout, report });
      if (signedIn.areShared) tabs.send({ type: 'signing-out', ...target });
      await signedIn.clear(target, { interactionType, correlationId, origin: 'here' });
      if (!pending.cleared(entry)) {
        logger.warning('The sign-out could not be noted: nobody will know if it is interrupted.');
      }
    } catch (error) {
      const failure = asMsalLogoutError(error, 'cache_clear_failed', correlationId);
      await pending.end(stateId);
      told.fail(failure);
      told.end();
      throw failure;
    }
    tabs.send({ type: 'signed-out', ...target });
    const outcome = await atServer({ request, accounts, stateId, report: told }).catch(nowhere);
    await pending.end(stateId, outcome);
    told.succeed(accounts, outcome);
    const confirmed = outcome.server === 'confirmed';
    if (confirmed) told.confirm();
    told.end();
    const state = confirmed && request.state !== undefined && { state: request.state };
    return { correlationId, accounts, local: 'cleared', ...outcome, ...state };
  }

  /** Looks who is signed in; gives the error back if the cache cannot be read. */
  async #readAccounts(): Promise<Error | null> {
    try {
      await this.#state.initialize();
      await this.#state.accounts.read();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** What comes of an error while the server is asked: the sign-out here is done, and stays. */
function nowhere(): ServerOutcome {
  return { server: 'failed', reason: 'navigation_failed' };
}
