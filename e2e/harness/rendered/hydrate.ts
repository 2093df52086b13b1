import { bootstrapApplication } from '@angular/platform-browser';
import { mergeApplicationConfig } from '@angular/core';
import { providerConfiguration } from '../browser/msal';
import { createMsal } from '../browser/msal-5';
import { App } from '../browser/router/app';
import { provideRecording } from '../browser/router/recording';
import { renderedApp } from './rendered-app';

const msal = createMsal(await providerConfiguration());
Object.assign(window, { msal });
await bootstrapApplication(
  App,
  mergeApplicationConfig(
    renderedApp(() => msal),
    { providers: [provideRecording()] },
  ),
);
document.documentElement.dataset['ready'] = 'true';
