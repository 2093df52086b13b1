import type { SignedInAccounts } from './accounts/signed-in-accounts';
import { asMsalLogoutError } from './errors/msal-logout-error';
import type { EventHub } from './events/event-hub';
import { LogoutReport } from './events/logout-report';
import type { SignOutWay } from './provider/sign-out-way';
import type { EndSessionRequest } from './request/end-session-request';
import type { LocalSignOut, LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import type { JournalEntry } from './sign-outs/logout-journal';
import type { PendingSignOuts } from './sign-outs/pending-sign-outs';
import { planSignOut } from './sign-outs/sign-out-plan';
import type { Sequence } from './tabs/sequence';
import { runSignOutTasks } from './tasks/run-sign-out-tasks';
import type { SignOutTask } from './tasks/sign-out-task';

/** What a sign-out works through. */
export interface SignOutParts {
  readonly configuration: ResolvedConfiguration;
  readonly events: EventHub;
  readonly accounts: SignedInAccounts;
  readonly pending: PendingSignOuts;
  readonly sequence: Sequence;
  readonly tasks: readonly SignOutTask[];
  readonly reportError: (error: unknown) => void;
  /** Makes the cache readable. */
  readonly initialize: () => Promise<void>;
}

const DELEGATED: ServerOutcome = { server: 'delegated', reason: 'other_tab' };
const NOWHERE: ServerOutcome = { server: 'failed', reason: 'navigation_failed' };

/**
 * The order of a sign-out: by redirect, in a popup, here only or resumed. `way` is what differs.
 * @param request valid
 * @param resumed the interrupted sign-out that this one goes on with
 * @throws MsalLogoutError `cache_clear_failed`; what goes wrong after the clearing is in the result
 */
export async function signOut(
  way: SignOutWay,
  request: EndSessionRequest,
  resumed: JournalEntry | null,
  parts: SignOutParts,
): Promise<LogoutResult> {
  const { configuration, accounts, pending, sequence } = parts;
  // Before the first await: browsers open a popup only in the task of the click.
  const close = way.open();
  try {
    // LOGOUT_START names the accounts, and comes in any case.
    const reading = parts.initialize().then(() => accounts.read());
    await Promise.allSettled([reading]);
    const wish = { interactionType: way.interactionType, request, resumed };
    const plan = planSignOut(wish, accounts.current, sequence.next(), configuration);
    const { stateId, correlationId } = plan.entry;
    const report = new LogoutReport(parts.events, way.interactionType, correlationId);
    report.start(plan.accounts);

    let isMine: boolean;
    let local: LocalSignOut;
    try {
      await reading;
      isMine = await pending.begin(plan.entry);
      const tasks = resumed && resumed.stage !== 'begun' ? [] : parts.tasks;
      await runSignOutTasks(
        tasks,
        { correlationId, interactionType: way.interactionType, accounts: plan.request.accounts },
        { timeout: configuration.signOutTaskTimeout, report: parts.reportError },
      );
      const order = sequence.renew(plan.entry.order);
      pending.renumber(stateId, order);
      const { interactionType } = way;
      const cause = { origin: 'here', interactionType, correlationId } as const;
      local = await accounts.clear(plan.target, order, cause);
      if (local === 'unproven') {
        configuration.logger.warning(
          'The token cache cannot be read: nothing proves that this browser is clear.',
        );
      }
      if (!pending.record(stateId, 'cleared', { local })) {
        configuration.logger.warning(
          'The sign-out could not be noted: nobody will know if it is interrupted.',
        );
      }
    } catch (error) {
      const failure = asMsalLogoutError(error, 'cache_clear_failed', correlationId);
      await pending.end(stateId);
      report.fail(failure);
      report.end();
      throw failure;
    }

    const release = isMine ? await way.takeTurn(plan) : null;
    const answer = release ? await way.ask(plan, report).catch(() => NOWHERE) : DELEGATED;
    report.succeed(plan.accounts, local, 'leave' in answer ? undefined : answer);
    const outcome = 'leave' in answer ? await answer.leave() : answer;
    release?.();
    await pending.end(stateId, outcome);
    const isConfirmed = outcome.server === 'confirmed';
    if (isConfirmed) report.confirm();
    report.end();
    const { state } = plan.request;
    return {
      correlationId,
      accounts: plan.accounts,
      local,
      ...outcome,
      ...(isConfirmed && state !== undefined && { state }),
    };
  } finally {
    close();
  }
}
