import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { RouterFeatures, Routes } from '@angular/router';
import { EventType, NavigationEnd, provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom } from 'rxjs';
import { withSignedOutRoute } from '../routing/signed-out-route';
import type { MsalLogoutSetup } from './setup-msal-logout';
import { setupMsalLogout } from './setup-msal-logout';

/** A page like any other. */
@Component({
  selector: 'lib-page',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Page {}

export interface RouterSetup {
  /** Default the signed-out route `/bye`. */
  readonly features?: MsalLogoutSetup['features'];
  readonly routerFeatures?: readonly RouterFeatures[];
}

/** An application with routes. */
export async function setupRouter(
  people: readonly string[],
  routes: Routes,
  { features = [withSignedOutRoute('/bye')], routerFeatures = [] }: RouterSetup = {},
) {
  const setup = await setupMsalLogout({
    people,
    features,
    providers: [
      provideRouter(
        [
          ...routes,
          { path: '', pathMatch: 'full', component: Page },
          { path: 'bye', component: Page },
        ],
        ...routerFeatures,
      ),
    ],
  });
  const harness = await RouterTestingHarness.create();
  const router = TestBed.inject(Router);
  return { ...setup, harness, router, location: TestBed.inject(Location) };
}

/** The next arrival of the router, at `url` if that is given. */
export async function arrival(router: Router, url?: string): Promise<void> {
  await firstValueFrom(
    router.events.pipe(
      filter((event) => event instanceof NavigationEnd && (!url || event.url === url)),
    ),
  );
}

/** Resolves when a guard of activation is asked. */
export async function askedAt(router: Router): Promise<void> {
  await firstValueFrom(
    router.events.pipe(filter(({ type }) => type === EventType.ActivationStart)),
  );
}

/** Resolves when a navigation has passed the guards and waits for what is resolved. */
export async function resolving(router: Router): Promise<void> {
  await firstValueFrom(router.events.pipe(filter(({ type }) => type === EventType.ResolveStart)));
}

/** Time for whatever is not supposed to happen. */
export async function aMoment(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
