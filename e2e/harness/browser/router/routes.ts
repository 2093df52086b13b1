import { inject, InjectionToken } from '@angular/core';
import type { Routes } from '@angular/router';
import { msalLogoutGuard } from 'msal-logout';
import { ShownPage } from './shown-page';

/** What the page at `slow` needs before it is shown; a test says when it comes. */
export const SLOW_MAIL = new InjectionToken<Promise<void>>('SLOW_MAIL');

/** Every kind of route that the guard can be on, beside three that it is not on. */
export const ROUTES: Routes = [
  { path: '', pathMatch: 'full', component: ShownPage },
  { path: 'signed-out', component: ShownPage },
  {
    path: 'lazy-signed-out',
    loadComponent: async () => (await import('./lazy-signed-out-page')).LazySignedOutPage,
  },
  { path: 'eager', component: ShownPage, canActivate: [msalLogoutGuard] },
  {
    path: 'parent',
    component: ShownPage,
    canActivateChild: [msalLogoutGuard],
    children: [{ path: 'child', component: ShownPage }],
  },
  { path: 'matched', component: ShownPage, canMatch: [msalLogoutGuard] },
  {
    path: 'lazy',
    canMatch: [msalLogoutGuard],
    loadChildren: async () => (await import('./lazy-routes')).LAZY_ROUTES,
  },
  {
    path: 'lazy-component',
    canActivate: [msalLogoutGuard],
    loadComponent: async () => (await import('./lazy-page')).LazyPage,
  },
  { path: 'called', component: ShownPage, canActivate: [() => msalLogoutGuard()] },
  {
    path: 'called-lazy',
    canMatch: [() => msalLogoutGuard()],
    loadChildren: async () => (await import('./lazy-routes')).LAZY_ROUTES,
  },
  {
    path: 'slow',
    component: ShownPage,
    canActivate: [msalLogoutGuard],
    resolve: { mail: () => inject(SLOW_MAIL) },
  },
  {
    path: 'unwilling',
    component: ShownPage,
    canActivate: [msalLogoutGuard],
    canDeactivate: [() => false],
  },
];
