import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { msalInstance } from './app/msal-instance';

async function start(): Promise<void> {
  await msalInstance.initialize();
  const response = await msalInstance.handleRedirectPromise();
  if (response) msalInstance.setActiveAccount(response.account);
  await bootstrapApplication(App, appConfig);
}

start().catch((error: unknown) => console.error(error));
