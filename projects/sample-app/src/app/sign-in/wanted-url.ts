/** The address that the library has put into the navigation state: where somebody was, or wanted to go. */
export function readWantedUrl(state: unknown): string | undefined {
  return typeof state === 'object' &&
    state !== null &&
    'wantedUrl' in state &&
    typeof state.wantedUrl === 'string'
    ? state.wantedUrl
    : undefined;
}
