/** What has really happened in a world, whatever the engine knows of it: who is to be gone, who is to stay. */
import type { EndSessionCall } from './browser/provider';
import type { SignOutCall } from './application';
import { idsOf } from './application';
import { EventType } from '../projects/msal-logout/engine/src/events/event-type';
import type { SignIn, World } from './world';

/** A request at the provider, and whom it is about. */
export interface AskedAbout {
  readonly call: EndSessionCall;
  /** Empty when the sign-out knew of nobody. */
  readonly accounts: readonly string[];
}

/** Whether a sign-out is done in its browser: it has its result, or its page has left for the provider. */
export function isOver(world: World, { page, calledAt, result }: SignOutCall): boolean {
  if (result) return true;
  return world.events.some(
    ({ event, page: seenBy, at }) =>
      event.eventType === EventType.LOGOUT_SUCCESS && seenBy === page && at >= calledAt,
  );
}

/** Whom a sign-out is about. */
export function accountsOf(
  world: World,
  { named, page, calledAt }: SignOutCall,
): readonly string[] {
  if (named) return named;
  const start = world.events.find(
    ({ event, page: seenBy, at }) =>
      event.eventType === EventType.LOGOUT_START && seenBy === page && at >= calledAt,
  );
  return start?.event.eventType === EventType.LOGOUT_START ? idsOf(start.event.accounts) : [];
}

/**
 * The sign-ins that let `id` in although a sign-out has begun: an interactive one that ended after the call, another
 * one that began after it.
 */
export function signInsAfter(
  { signIns }: World,
  id: string,
  { calledAt }: SignOutCall,
): readonly SignIn[] {
  return signIns.filter(
    ({ account, isInteractive, beganAt, endedAt }) =>
      account === id && (isInteractive ? endedAt : beganAt) > calledAt,
  );
}

/**
 * Whether who signed in has to be there: no sign-out was called or went on after that, and of each one before, its page
 * had seen everything.
 */
export function isStillWanted(world: World, signIn: SignIn): boolean {
  const { account, seen } = signIn;
  const moment = signIn.isInteractive ? signIn.endedAt : signIn.beganAt;
  return world.calls
    .filter((call) => call.named === null || call.named.includes(account))
    .every((call) => {
      const over = overAt(world, call);
      return over !== null && over < moment && seen.has(call.page);
    });
}

/** After how many steps a sign-out was over. */
function overAt(world: World, { page, calledAt, settledAt }: SignOutCall): number | null {
  if (settledAt !== null) return settledAt;
  const success = world.events.find(
    ({ event, page: seenBy, at }) =>
      event.eventType === EventType.LOGOUT_SUCCESS && seenBy === page && at >= calledAt,
  );
  return success?.at ?? null;
}

/** Each request at the provider, with whom the sign-out was about that has sent it. */
export function whomCallsAreAbout(world: World): readonly AskedAbout[] {
  return world.browser.provider.calls.map((call) => {
    const id = new URL(call.url).searchParams.get('client-request-id');
    const start = world.events.find(
      ({ event }) => event.eventType === EventType.LOGOUT_START && event.correlationId === id,
    );
    const accounts =
      start?.event.eventType === EventType.LOGOUT_START ? idsOf(start.event.accounts) : [];
    return { call, accounts };
  });
}

/** Whether the provider has answered about all of these people, and the browser is back. */
export function isReturned(world: World, ids: readonly string[]): boolean {
  const back = new Set(
    [...world.applications.values()].flatMap(({ returned }) =>
      returned?.result.server === 'confirmed' ? [returned.result.correlationId] : [],
    ),
  );
  return whomCallsAreAbout(world).some(({ call, accounts }) => {
    const id = new URL(call.url).searchParams.get('client-request-id') ?? '';
    return back.has(id) && ids.length > 0 && ids.every((it) => accounts.includes(it));
  });
}

/** The records of sign-outs of `id` in the storage. */
export function causes(world: World, id: string): readonly string[] {
  return [...world.browser.storage.committed]
    .filter(([key, value]) => key.startsWith('end-session.') && value.includes(`"${id}"`))
    .map(([key]) => key);
}
