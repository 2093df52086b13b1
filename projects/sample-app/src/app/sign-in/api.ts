import { InjectionToken } from '@angular/core';

import type { IdentityProvider } from '../../identity-provider';

/** The API behind this app, and the scopes that an access token for it needs. */
export const API = new InjectionToken<IdentityProvider['api']>('API');
