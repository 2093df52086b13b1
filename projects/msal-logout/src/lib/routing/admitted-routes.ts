import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ActivatedRoute, Route, RouterStateSnapshot } from '@angular/router';
import {
  ActivatedRouteSnapshot,
  ActivationStart,
  NavigationEnd,
  NavigationStart,
  Router,
  RoutesRecognized,
} from '@angular/router';

/** Where the guard let in: at a route that is activated, at one that is matched, or at an unknown one that is matched. */
type Admission = ActivatedRouteSnapshot | Route | typeof SOME_MATCH;

/** Angular does not tell a guard of `canMatch` that calls ours which route it is asked for, unless it passes that on. */
const SOME_MATCH = Symbol();

/** What is known of a navigation. */
interface Asked {
  /** Where the guards of activation were asked. Angular does not ask again at a route that stays as it is. */
  readonly routes: Set<ActivatedRouteSnapshot>;
  readonly admissions: Set<Admission>;
  /** Where they are being asked; `null` while routes are still being matched. */
  current: ActivatedRouteSnapshot | null;
  /** Where the navigation leads, once that is known. */
  target: RouterStateSnapshot | null;
}

/**
 * Knows which routes `msalLogoutGuard` has let in to, whether it stands in the route itself or is called by a guard that
 * does. So it looks at when it is called, and not at the functions in the route.
 */
@Injectable({ providedIn: 'root' })
export class AdmittedRoutes {
  readonly #router = inject(Router);
  #asked = nothingAsked();
  /** The routes of the page that were admitted when they were activated. */
  #activated: ReadonlySet<ActivatedRoute> = new Set();
  /** Whether a route of the page was admitted when it was matched, which happens anew in every navigation. */
  #isMatched = false;

  constructor() {
    this.#router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.#asked = nothingAsked();
      if (event instanceof RoutesRecognized) this.#asked.target = event.state;
      if (event instanceof ActivationStart) {
        this.#asked.routes.add(event.snapshot);
        this.#asked.current = event.snapshot;
      }
      if (event instanceof NavigationEnd) this.#settle();
    });
  }

  /** Whether the guard has let in to the page that is shown. */
  isOnGuardedPage(): boolean {
    return this.#isMatched || this.#activated.size > 0;
  }

  /** Whether the guard has let in to the page that the navigation under way, if there is one, leads to. */
  isOnTheWayToOne(): boolean {
    const { target, admissions } = this.#asked;
    if (!target) return admissions.size > 0;
    return flatten(target.root).some((route) => admissions.has(route) || this.#matches(route));
  }

  /**
   * To be called in the task in which the guard is; gives what to call when it lets in.
   * @param at the first argument of the guard, if it is passed on
   */
  begin(at: ActivatedRouteSnapshot | Route | undefined): () => void {
    const { admissions, current } = this.#asked;
    // A guard that was slow to call ours may belong to a navigation that is over.
    if (at instanceof ActivatedRouteSnapshot && at.root !== current?.root) return () => undefined;
    const admission = current ?? at ?? SOME_MATCH;
    return () => void admissions.add(admission);
  }

  #settle(): void {
    const { routes, admissions } = this.#asked;
    const page = flatten(this.#router.routerState.root);
    const before = this.#activated;
    this.#activated = new Set(
      page.filter((route) =>
        routes.has(route.snapshot) ? admissions.has(route.snapshot) : before.has(route),
      ),
    );
    this.#isMatched = page.some(({ snapshot }) => this.#matches(snapshot));
  }

  #matches({ routeConfig }: ActivatedRouteSnapshot): boolean {
    const { admissions } = this.#asked;
    if (!routeConfig?.canMatch?.length) return false;
    return admissions.has(routeConfig) || admissions.has(SOME_MATCH);
  }
}

function nothingAsked(): Asked {
  return { routes: new Set(), admissions: new Set(), current: null, target: null };
}

function flatten<Node extends { readonly children: readonly Node[] }>(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(flatten)];
}
