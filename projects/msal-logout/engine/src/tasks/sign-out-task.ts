import type { AccountInfo } from '../cache/account-info';
import type { InteractionType } from '../events/event-type';

/** What a task is told of the sign-out it is part of. */
export interface SignOutTaskContext {
  /** The sign-out's, for the application's own log. */
  readonly correlationId: string;
  /** How the sign-out will talk to the provider. */
  readonly interactionType: InteractionType;
  /** Who is about to be signed out; their tokens are still in the cache. */
  readonly accounts: readonly AccountInfo[];
}

/**
 * What an application has to clean up before anything is cleared, such as data of its own or a session at its API.
 *
 * All tasks run at once, in the tab that signs out. The sign-out waits for them up to `system.signOutTaskTimeout`;
 * one that fails or is not done by then is reported, and stops nothing.
 */
export type SignOutTask = (signOut: SignOutTaskContext) => unknown;
