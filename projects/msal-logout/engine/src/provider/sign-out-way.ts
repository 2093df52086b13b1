import type { InteractionType } from '../events/event-type';
import type { LogoutReport } from '../events/logout-report';
import type { ServerOutcome } from '../request/logout-result';
import type { SignOutPlan } from '../sign-outs/sign-out-plan';

/** All that is left to do is to leave the page. Settles only when the page is still here, or here again. */
export interface Departure {
  readonly leave: () => Promise<ServerOutcome>;
}

/** Where the ways to sign out differ. */
export interface SignOutWay {
  readonly interactionType: InteractionType;
  /** Opens what browsers open only in the task of a click; the result closes it. */
  open(): () => void;
  /** Takes the lock for contacting the provider; `null` when another tab does that for the same accounts. */
  takeTurn(plan: SignOutPlan): Promise<(() => void) | null>;
  /** Contacts the provider. */
  ask(plan: SignOutPlan, report: LogoutReport): Promise<ServerOutcome | Departure>;
}
