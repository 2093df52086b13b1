import { showPlainPage } from './plain-page';

// The identity server comes back to /redirect, in this window, a popup or a hidden frame. That page only hands the
// answer on, so it loads MSAL's bridge and nothing of Angular.
if (location.pathname === '/redirect') {
  import('@azure/msal-browser/redirect-bridge')
    .then(({ broadcastResponseToMainFrame }) => broadcastResponseToMainFrame())
    .catch((cause: unknown) =>
      showPlainPage({
        title: 'This sign-in cannot be finished',
        text: 'The page was opened without an answer from the identity server, or with one that was used before.',
        cause,
      }),
    );
} else {
  import('./start-app')
    .then(({ startApp }) => startApp())
    .catch((cause: unknown) =>
      showPlainPage({
        title: 'The app cannot start',
        text: 'Something went wrong before the first page was shown.',
        cause,
      }),
    );
}
