import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';

/** Lets in who has an account here, and sends everybody else home. */
export const signedInGuard: CanActivateFn = () =>
  inject(MsalLogoutService).signedIn() || inject(Router).parseUrl('/');
