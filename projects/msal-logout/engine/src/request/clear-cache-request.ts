import type { EndSessionRequest } from './end-session-request';

/** A sign-out here only, in the terms of MSAL's `ClearCacheRequest`. */
export type ClearCacheRequest = Pick<EndSessionRequest, 'account' | 'correlationId'>;
