// The script of a static page that sign-outs return to: `<script src="complete-logout.js"></script>`.
// A popup closes; other scripts of the page can await what came back, `null` if nothing did.
import type { LogoutReturn } from 'msal-logout/engine';
import { completeLogout } from 'msal-logout/engine';

declare global {
  interface Window {
    msalLogoutReturn?: Promise<LogoutReturn | null>;
  }
}

window.msalLogoutReturn = completeLogout();
