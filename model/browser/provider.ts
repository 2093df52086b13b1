/** The identity provider's end-session endpoint: it keeps a record of who was asked about. */
import type { ProviderState } from './platform';

/** A browser has asked to end a session. */
export interface EndSessionCall {
  readonly tab: string;
  readonly url: string;
  readonly hint: string | null;
  readonly state: string | null;
  readonly returnTo: string | null;
  /** After how many steps. */
  readonly at: number;
  /** Whether the provider has got it; else the browser could not reach it, or still waits. */
  readonly isAnswered: boolean;
}

/** What the provider knows. */
export class Provider {
  state: ProviderState;
  readonly calls: EndSessionCall[] = [];

  constructor(state: ProviderState) {
    this.state = state;
  }

  /** A browser arrives, or tries to. */
  arrive(tab: string, address: string, at: number): EndSessionCall {
    const url = new URL(address);
    const call = {
      tab,
      url: address,
      hint: url.searchParams.get('logout_hint'),
      state: url.searchParams.get('state'),
      returnTo: url.searchParams.get('post_logout_redirect_uri'),
      at,
      isAnswered: this.state === 'up',
    };
    this.calls.push(call);
    return call;
  }
}

/** Where the provider sends the browser afterwards; `null` when it keeps it. */
export function returnAddress({ returnTo, state }: EndSessionCall): string | null {
  if (returnTo === null) return null;
  const url = new URL(returnTo);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
