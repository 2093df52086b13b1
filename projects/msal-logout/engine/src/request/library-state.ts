import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';

/** What a sign-out writes into `state`, in the form that MSAL gives its own. */
export interface LibraryState {
  /** Tells this sign-out from every other. */
  readonly id: string;
  readonly interactionType: 'redirect' | 'popup';
  /** The application's own state. */
  readonly userState?: string;
}

/**
 * The `state` parameter: `base64(JSON {id, meta})`, then `|` and the application's state if there is one.
 *
 * MSAL 5's redirect bridge understands it, so a popup may end on that page too.
 */
export function encodeState({ id, interactionType, userState }: LibraryState): string {
  const library = btoa(JSON.stringify({ id, meta: { interactionType } }));
  return userState === undefined ? library : `${library}|${userState}`;
}

/** Reads a `state` parameter back; `null` when it is not of this form. */
export function decodeState(state: string): LibraryState | null {
  const [library = '', ...rest] = state.split('|');
  const { id, meta } = parseJsonObject(attempt(() => atob(library), null));
  if (typeof id !== 'string' || typeof meta !== 'object' || meta === null) return null;
  const { interactionType } = meta as Record<string, unknown>;
  if (interactionType !== 'redirect' && interactionType !== 'popup') return null;
  return { id, interactionType, ...(rest.length > 0 && { userState: rest.join('|') }) };
}
