import { HOSTILE_URIS } from '../../projects/msal-logout/engine/src/testing/hostile-uris';
import { HARNESS, HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { expect, test } from '../harness/test';

declare global {
  interface Window {
    /** What a hostile address sets that is run as a script. */
    pwned?: unknown;
  }
}

const TRICKS = Object.values(HOSTILE_URIS);

/** What scripts have shown, and where they or the page have asked for something. */
let effects: string[] = [];

test.beforeEach(async ({ app, context, page }) => {
  effects = [];
  page.on('dialog', (dialog) => {
    effects.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { origin, href } = new URL(request.url());
    const own = [HARNESS, HARNESS_IDENTITY_SERVER].includes(origin) || href === 'data:,';
    if (!own) effects.push(href);
  });
  await context.addInitScript(() => {
    window.open = () => null;
  });
  await app.open('/without-msal/');
});

test.afterEach(() => {
  expect(effects).toEqual([]);
});

test('no mainWindowRedirectUri leads elsewhere, as this browser reads it', async ({ page }) => {
  const { refused, accepted, pwned } = await page.evaluate(
    async ({ uris, provider }) => {
      const moves: string[] = [];
      const note = (url: string) => {
        moves.push(url);
        return Promise.resolve(false);
      };
      const client = window.engine.createEndSessionClient(
        {
          auth: {
            clientId: 'sample-app',
            authorityMetadata: JSON.stringify({ end_session_endpoint: `${provider}/session/end` }),
          },
        },
        { navigation: () => ({ navigateExternal: note, navigateInternal: note }), tabSync: false },
      );
      const refused: string[] = [];
      const accepted: { readonly uri: string; readonly origin: string }[] = [];
      for (const uri of uris) {
        try {
          await client.logoutPopup({ mainWindowRedirectUri: uri });
          accepted.push({ uri, origin: new URL(moves.pop() ?? 'nowhere:').origin });
        } catch (error) {
          refused.push(window.engine.isMsalLogoutError(error) ? error.code : String(error));
        }
      }
      return { refused, accepted, pwned: window.pwned };
    },
    { uris: TRICKS.flat(), provider: HARNESS_IDENTITY_SERVER },
  );

  expect(new Set(refused)).toEqual(new Set(['invalid_redirect_uri']));
  expect(refused.length).toBeGreaterThan(100);
  expect(accepted.length).toBeGreaterThan(20);
  expect(accepted.filter(({ origin }) => origin !== HARNESS)).toEqual([]);
  expect(pwned).toBeUndefined();
});

test('a main window that moves to what reads like another host stays here', async ({
  app,
  page,
}) => {
  for (const uri of ['/.//evil.example', '/%2f%2fevil.example', 'javascript%3awindow.pwned=1']) {
    const asked = page.waitForRequest((request) => request.isNavigationRequest());
    const moved = page.waitForEvent('framenavigated');
    await page.evaluate((mainWindowRedirectUri) => {
      void window.client.logoutPopup({ mainWindowRedirectUri });
    }, uri);

    expect(new URL((await asked).url()).origin).toBe(HARNESS);
    await moved;
    await app.open('/without-msal/');
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  }
});

test('no state is taken for a return, whatever is in it', async ({ page }) => {
  const taken = await page.evaluate(async (uris) => {
    const taken: string[] = [];
    // There is one to return to.
    await window.client.logoutPopup();
    for (const uri of uris) {
      const state = new URLSearchParams({ state: uri }).toString();
      const address = new URL(`/without-msal/signed-out?${state}#${state}`, location.href).href;
      history.replaceState(null, '', address);
      const returned = await window.engine.completeLogout();
      if (returned || location.href !== address || window.pwned) taken.push(uri);
    }
    return taken;
  }, TRICKS.flat());

  expect(taken).toEqual([]);
});

test('a return to a path that reads like a host stays here', async ({ page }) => {
  const { server, address } = await page.evaluate(async () => {
    await window.client.logoutPopup();
    const [key = ''] = Object.keys(localStorage).filter((it) => it.includes('.journal.'));
    const library = { id: key.split('.').pop(), meta: { interactionType: 'redirect' } };
    const state = encodeURIComponent(btoa(JSON.stringify(library)));
    history.replaceState(null, '', `${location.origin}//evil.example/?state=${state}&x=1`);
    const returned = await window.engine.completeLogout();
    return { server: returned?.result.server, address: location.href };
  });

  expect(server).toBe('confirmed');
  expect(address).toBe(`${HARNESS}//evil.example/?x=1`);
});
