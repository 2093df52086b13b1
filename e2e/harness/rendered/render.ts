// Renders the page at an address, which is the first argument, into the document that is the second one.
import { writeFileSync } from 'node:fs';
import { bootstrapApplication } from '@angular/platform-browser';
import { mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { PublicClientApplication } from '@azure/msal-browser';
import { providerConfiguration } from '../browser/msal';
import { App } from '../browser/router/app';
import { renderedApp } from './rendered-app';

/** Where the page is written to: what is said by the way, is said on the other outputs. */
const PAGE = 3;

const [url = '', document = ''] = process.argv.slice(2);
const auth = await providerConfiguration();
const app = mergeApplicationConfig(
  // MSAL 5 opens a channel in its constructor: if this were called, the process would not end.
  renderedApp(() => new PublicClientApplication({ auth })),
  { providers: [provideServerRendering()] },
);
const html = await renderApplication((context) => bootstrapApplication(App, app, context), {
  url,
  document,
  allowedHosts: ['localhost'],
});
writeFileSync(PAGE, html);
