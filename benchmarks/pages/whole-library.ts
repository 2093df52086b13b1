// What an application has that uses every part of the library.
export {
  MsalBroadcastService,
  msalLogoutGuard,
  msalLogoutInterceptor,
  MsalLogoutService,
  provideMsalLogout,
  withEndSession,
  withProtectedResources,
  withSignedOutRoute,
  withSignOutTasks,
  withTabSync,
} from 'msal-logout';
