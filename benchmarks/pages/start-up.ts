import type { EnvironmentProviders } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideRouter, Router } from '@angular/router';
import { PublicClientApplication } from '@azure/msal-browser';
import { configuration } from './configuration';

/** Starts a small application with MSAL, up to where its first route is activated. */
export async function startUp(
  ...providers: readonly ((instance: PublicClientApplication) => EnvironmentProviders)[]
): Promise<void> {
  const instance = new PublicClientApplication(configuration('sessionStorage'));
  await instance.initialize();
  const { injector } = await createApplication({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      ...providers.map((provide) => provide(instance)),
    ],
  });
  await injector.get(Router).navigateByUrl('/');
}
