import type { ClearTarget } from '../cache/account-cache';
import type { AccountIdentity, AccountInfo } from '../cache/account-info';
import { accountIdentity, namelessAccount } from '../cache/account-info';
import type { InteractionType } from '../events/event-type';
import type { CompletedRequest } from '../request/complete-request';
import { completeRequest } from '../request/complete-request';
import type { EndSessionRequest } from '../request/end-session-request';
import { newGuid } from '../request/guid';
import type { ResolvedConfiguration } from '../request/resolved-configuration';
import type { JournalEntry } from './logout-journal';
import { stepSignOut } from './sign-out-stage';

/** What was asked for. */
export interface SignOutWish {
  readonly interactionType: InteractionType;
  /** Valid. */
  readonly request: EndSessionRequest;
  /** The interrupted sign-out that this one goes on with. */
  readonly resumed: JournalEntry | null;
}

/** A sign-out with everything filled in. */
export interface SignOutPlan {
  readonly request: CompletedRequest;
  readonly accounts: readonly AccountIdentity[];
  readonly target: ClearTarget;
  /** What is recorded of it when it begins. */
  readonly entry: JournalEntry;
}

/** Fills in what was asked for; `order` is the position of the sign-out among all others. */
export function planSignOut(
  { interactionType, request: wish, resumed }: SignOutWish,
  signedIn: readonly AccountInfo[],
  order: number,
  configuration: ResolvedConfiguration,
): SignOutPlan {
  const people = resumed?.accounts.map(namelessAccount) ?? signedIn;
  const request = completeRequest(wish, configuration, people, window.location.href);
  const accounts = request.accounts.map(accountIdentity);
  const { correlationId, authority, logoutHint, postLogoutRedirectUri } = request;
  return {
    request,
    accounts,
    target: { accounts, everyone: !wish.account && !resumed },
    entry: {
      stateId: resumed?.stateId ?? newGuid(),
      clientId: configuration.clientId,
      correlationId,
      interactionType,
      accounts,
      authority,
      logoutHint,
      postLogoutRedirectUri,
      order,
      startedAt: Date.now(),
      stage: resumed ? stepSignOut(resumed.stage, 'resumed') : 'begun',
      resumed: resumed ? resumed.resumed + 1 : 0,
    },
  };
}
