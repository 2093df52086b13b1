import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';
import { createMsalInstance } from './app/sign-in/create-msal-instance';
import { readDiscoveryDocument } from './app/sign-in/discovery-document';
import { finishSignIn } from './app/sign-in/finish-sign-in';
import { identityProvider } from './identity-provider';
import { showPlainPage } from './plain-page';

/** Gets MSAL ready, takes in the answer of a sign-in that has just come back, and bootstraps Angular. */
export async function startApp(): Promise<void> {
  const discoveryDocument = await readDiscoveryDocument(identityProvider).catch(
    (cause: unknown) => {
      showPlainPage({
        title: 'The identity server does not answer',
        text: 'This demo signs people in at a small server of its own. Start everything with "npm start" and reload this page.',
        cause,
      });
      return null;
    },
  );
  if (discoveryDocument === null) return;

  const msal = await createMsalInstance(identityProvider, discoveryDocument);
  const signInFailure = await finishSignIn(msal);
  await bootstrapApplication(App, appConfig({ identityProvider, msal, signInFailure }));
}
