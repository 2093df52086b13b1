/** The steps that scripts are made of. */
import type { AccountInfo } from '../projects/msal-logout/engine/src/cache/account-info';
import type { EndSessionPopupRequest } from '../projects/msal-logout/engine/src/request/end-session-popup-request';
import type { EndSessionRequest } from '../projects/msal-logout/engine/src/request/end-session-request';
import { isSameAccount } from '../projects/msal-logout/engine/src/cache/account-info';
import type { Application, SignOutCall, Verb } from './application';
import type { Move } from './browser/page-moves';
import { APPLICATION } from './browser/platform';
import type { ProviderState } from './browser/platform';
import type { Tab } from './browser/tab';
import type { Step } from './scenario';
import type { World } from './world';

/** The application of `tab` calls the engine. */
export function calls(
  tab: string,
  verb: Verb,
  request: EndSessionRequest & EndSessionPopupRequest = {},
): Step {
  const whom = request.account ? `{ account: ${request.account.homeAccountId} }` : '';
  return {
    tab,
    label: `${verb}(${whom})`,
    move: (world) => ({ run: () => world.call(tab, verb, request) }),
  };
}

/** Somebody signs in by redirect or popup, and has typed her password. */
export function signsIn(tab: string, account: AccountInfo): Step {
  return inPage(tab, `${account.homeAccountId} has signed in`, (world, { cache, page }) => {
    world.signedIn(page, account, 'interactive', '');
    cache.endInteractiveSignIn(account);
  });
}

/** `ssoSilent` begins, and ends in a later task. */
export function ssoSilent(tab: string, account: AccountInfo): readonly [Step, Step] {
  const id = `${tab} ssoSilent`;
  return [
    inPage(tab, 'ssoSilent begins', (world, { cache, page }) => {
      world.begin(page, id);
      cache.beginRequest(id, null);
    }),
    inPage(tab, `ssoSilent ends: ${account.homeAccountId}`, (world, { cache, page }) => {
      world.signedIn(page, account, 'silent', id);
      cache.endRequest(id, account);
    }),
  ];
}

/** A request for a token of `account` begins while that is signed in, and ends in a later task. */
export function tokenRequest(tab: string, account: AccountInfo): readonly [Step, Step] {
  const id = `${tab} token`;
  const isThere = (world: World): boolean =>
    world
      .application(tab)
      ?.cache.getAllAccounts()
      .some((it) => isSameAccount(it, account)) ?? false;
  const begin = inPage(tab, `a token of ${account.homeAccountId} is asked for`, (_, { cache }) => {
    cache.beginRequest(id, account);
  });
  return [
    when(isThere, begin),
    inPage(tab, `a token of ${account.homeAccountId} arrives`, (_, { cache }) => {
      cache.endRequest(id, account);
    }),
  ];
}

/** The page runs a script of its own. */
export function does(tab: string, label: string, script: (it: Application) => void): Step {
  return inPage(tab, label, (_, application) => script(application));
}

/** The tab is closed. */
export function closes(tab: string): Step {
  return moves(tab, 'is closed', (world, it) => world.browser.moves.closing(it));
}

/** Its process is gone, without a word. */
export function crashes(tab: string): Step {
  return moves(tab, 'crashes', (world, it) => world.browser.moves.crashing(it));
}

/** The user reloads the page, or has it load the address `url` of the application. */
export function reloads(tab: string, url?: string): Step {
  return moves(tab, 'reloads', (world, it) => world.browser.moves.reloading(it, url));
}

/** The user goes to some other site in this tab; `comesBack` is the way back. */
export function goesAway(tab: string): Step {
  return moves(tab, 'goes to another site', ({ browser }, it) => ({
    run: () => browser.navigate(it, 'https://elsewhere.example/'),
  }));
}

/** The user enters the application's address in a tab that shows something else, or is closed or crashed. */
export function comesBack(tab: string): Step {
  return {
    tab,
    label: 'loads the application',
    when: (world) => !world.browser.tab(tab).page && world.browser.tab(tab).pending.size === 0,
    move: ({ browser }) => ({
      run: () => {
        const it = browser.tab(tab);
        it.isClosed = false;
        browser.moves.loadSoon(it, APPLICATION, 'navigate');
      },
    }),
  };
}

/** The user goes back to the page that the tab has left. */
export function goesBack(tab: string): Step {
  return {
    tab,
    label: 'goes back',
    when: (world) => !world.browser.tab(tab).page && world.browser.tab(tab).lastPage !== null,
    move: ({ browser }) => browser.moves.goingBack(browser.tab(tab), APPLICATION),
  };
}

/** The browser puts the page to sleep in the background. */
export function freezes(tab: string): Step {
  return moves(tab, 'freezes', (world, it) => world.browser.moves.freezing(it));
}

/** The page wakes. */
export function wakes(tab: string): Step {
  return {
    tab,
    label: 'wakes',
    when: (world) => world.browser.tab(tab).page?.life === 'frozen',
    move: ({ browser }) => browser.moves.resuming(browser.tab(tab)),
  };
}

/** The computer's clock is put forward, or back. */
export function movesClock(milliseconds: number): Step {
  return {
    tab: 'clock',
    label: `moves by ${milliseconds} ms`,
    when: () => true,
    move: ({ browser }) => ({ run: () => browser.clock.move(milliseconds) }),
  };
}

/** The provider comes up again, goes down or hangs. */
export function providerBecomes(state: ProviderState): Step {
  return {
    tab: 'provider',
    label: state,
    when: () => true,
    move: ({ browser }) => ({
      run: () => {
        browser.touches.write('provider');
        browser.provider.state = state;
      },
    }),
  };
}

/** The step, which may also never happen. */
export function perhaps(step: Step): Step {
  return { ...step, isOptional: true };
}

/** The step, not before `condition` holds. */
export function when(condition: (world: World) => boolean, step: Step): Step {
  const { when: own } = step;
  const isPossible = own ?? ((world: World) => world.canRun(step.tab));
  return { ...step, when: (world) => condition(world) && isPossible(world) };
}

/** Whether every call of the engine in `tab` has settled, and there was one. */
export function hasSettled(tab: string): (world: World) => boolean {
  return ({ calls: all }) => {
    const own = all.filter(({ page }: SignOutCall) => page.tab.name === tab);
    return own.length > 0 && own.every(({ settledAt }) => settledAt !== null);
  };
}

function inPage(tab: string, label: string, run: (world: World, it: Application) => void): Step {
  return {
    tab,
    label,
    move: (world) => ({
      run: () => {
        const application = world.application(tab);
        if (application) run(world, application);
      },
    }),
  };
}

function moves(tab: string, label: string, move: (world: World, tab: Tab) => Move): Step {
  return {
    tab,
    label,
    when: (world) => world.browser.tab(tab).page?.life === 'running',
    move: (world) => move(world, world.browser.tab(tab)),
  };
}
