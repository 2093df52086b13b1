/** Over the identity server by redirect or in a popup window; or not over it at all. */
export type SignOutWay = 'redirect' | 'popup' | 'local';

/** A way to sign out in words, with its icon. */
export interface SignOutWayDescription {
  readonly title: string;
  readonly explanation: string;
  readonly icon: string;
}

const DESCRIPTIONS = {
  redirect: {
    title: 'Sign out by redirect',
    explanation:
      'This page leaves for the identity server, which ends the session and sends it back.',
    icon: 'sign-out',
  },
  popup: {
    title: 'Sign out in a popup',
    explanation: 'This page stays open while a small window goes to the identity server.',
    icon: 'popup',
  },
  local: {
    title: 'Sign out here only',
    explanation: 'Only this browser forgets. The session at the identity server lives on.',
    icon: 'here',
  },
} as const satisfies Record<SignOutWay, SignOutWayDescription>;

/** What to say about signing out that way. */
export function describeWay(way: SignOutWay): SignOutWayDescription {
  return DESCRIPTIONS[way];
}
