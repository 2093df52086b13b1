import type { Page } from '@playwright/test';
import { HARNESS, OTHER_ORIGINS } from '../harness/addresses';
import { MsalPage } from '../harness/msal-page';
import type { Provider } from '../harness/provider';
import { endSessionRequests } from '../harness/sent-requests';
import { expect, test } from '../harness/test';
import { speak, stateOf, words } from './somebody-else';

// In sessionStorage, so that what a tab is told by another one makes a difference to its own cache.
test.use({ cacheLocation: 'sessionStorage' });

/** The application in a window that a page of somebody else has opened. */
async function openFrom(attacker: Page, provider: Provider): Promise<MsalPage> {
  const popup = attacker.waitForEvent('popup');
  await attacker.evaluate((url) => {
    window.victim = window.open(url);
  }, `${HARNESS}/v5/`);
  const victim = new MsalPage(await popup, 5, provider);
  await victim.ready();
  return victim;
}

/** Has somebody else send the application to an address. */
async function sendTo(attacker: Page, victim: MsalPage, path: string): Promise<void> {
  const sent = victim.page.waitForEvent('domcontentloaded');
  await attacker.evaluate((url) => {
    if (window.victim) window.victim.location.href = url;
  }, HARNESS + path);
  await sent;
  await victim.ready();
}

for (const [where, origin] of Object.entries(OTHER_ORIGINS)) {
  test.describe(`a page ${where} that has opened the application`, () => {
    test('cannot sign anybody out', async ({ app, context, page, provider }) => {
      const attacker = await context.newPage();
      await attacker.goto(origin);
      const victim = await openFrom(attacker, provider);
      await victim.signIn('ada');
      const asked = endSessionRequests(page);

      await speak(attacker, victim.page);
      for (const path of [
        `/v5/signed-out?state=${stateOf('s-1')}`,
        `/v5/signed-out#state=${stateOf('s-1')}`,
        '/v5/?logout=1&post_logout_redirect_uri=x#/logout',
      ]) {
        await sendTo(attacker, victim, path);
        expect(await victim.page.evaluate(() => window.logoutReturn)).toBeNull();
      }

      expect(await victim.accounts()).toEqual(['ada']);
      expect(await victim.eventTypes()).toEqual([]);
      expect(await provider.knows('ada')).toBe(true);
      expect(asked).toEqual([]);
      // The same words from the application's own origin are heard.
      await app.page.evaluate(
        ({ channels: [name = ''], messages: [signedOut] }) =>
          new BroadcastChannel(name).postMessage(signedOut),
        words('s-1'),
      );
      await expect.poll(() => victim.accounts()).toEqual([]);
    });

    test('hears and sees nothing of a sign-out', async ({ app, context, provider }) => {
      const attacker = await context.newPage();
      await attacker.goto(origin);
      const victim = await openFrom(attacker, provider);
      await victim.signIn('ada');
      for (const listener of [attacker, app.page]) {
        await listener.evaluate(({ channels }) => {
          window.heard = [];
          window.lengths = [];
          window.addEventListener('message', ({ data }) => window.heard.push(data));
          for (const name of channels) {
            new BroadcastChannel(name).onmessage = ({ data }) => window.heard.push(data);
          }
        }, words('s-1'));
      }
      await attacker.evaluate(() => {
        setInterval(() => {
          const length = window.victim?.length ?? -1;
          if (!window.lengths.includes(length)) window.lengths.push(length);
        });
      });

      await victim.signOut('logoutPopup', { account: 'ada' });

      await expect.poll(() => victim.eventTypes()).toContain('serverSignOutConfirmed');
      await expect.poll(() => app.page.evaluate(() => window.heard.length)).toBeGreaterThan(0);
      expect(
        await attacker.evaluate(() => ({ heard: window.heard, lengths: window.lengths })),
      ).toEqual({ heard: [], lengths: [0] });
    });
  });

  test.describe(`a page ${where} with the application in a frame`, () => {
    test('cannot sign anybody out, nor have the frame leave', async ({
      app,
      context,
      provider,
    }) => {
      await app.signIn('ada');
      const attacker = await context.newPage();
      await attacker.goto(origin);
      await attacker.evaluate(
        (src) => {
          document.body.append(Object.assign(document.createElement('iframe'), { src }));
          window.victim = window[0];
        },
        `${HARNESS}/v5/signed-out?state=${stateOf('s-1')}`,
      );
      await attacker
        .frameLocator('iframe')
        .locator('html[data-ready]')
        .waitFor({ state: 'attached' });
      const [, frame] = attacker.frames();
      if (!frame) throw new Error('There is no frame');

      await speak(attacker, frame);

      expect(await frame.evaluate(() => window.logoutReturn)).toBeNull();
      const code = await frame.evaluate(() =>
        window.client.logoutRedirect().catch((error: unknown) => (error as { code: string }).code),
      );
      expect(code).toBe('redirect_in_iframe');
      expect(frame.url()).toContain(`${HARNESS}/v5/signed-out`);
      expect(await app.accounts()).toEqual(['ada']);
      expect(await provider.knows('ada')).toBe(true);
    });
  });
}

for (const { path, server } of [
  { path: `/v5/signed-out?state=${stateOf('s-1')}`, server: undefined },
  { path: '/v5/signed-out', server: 'unconfirmed' },
]) {
  test(`a page that has opened the application cannot fake a confirmation by the return address ${server ? 'alone' : 'and a state'}`, async ({
    context,
    provider,
    page,
  }) => {
    await page.close();
    const attacker = await context.newPage();
    await attacker.goto(OTHER_ORIGINS['on another site']);
    const victim = await openFrom(attacker, provider);
    await victim.signIn('ada', 'alan');
    await victim.beginSignOut('logoutRedirect');
    await victim.page.getByTestId('op-everybody').waitFor();

    await sendTo(attacker, victim, path);

    const returned = await victim.page.evaluate(() => window.logoutReturn);
    expect(returned?.result.server).toBe(server);
    expect(await victim.eventTypes()).not.toContain('serverSignOutConfirmed');
    expect(await provider.knows('ada')).toBe(true);
  });
}

test('a page that may not be framed is not, whoever tries', async ({ context }) => {
  const attacker = await context.newPage();
  await attacker.goto(OTHER_ORIGINS['on the same site']);
  const refused = attacker.waitForEvent('console', (message) =>
    message.text().includes('frame-ancestors'),
  );
  await attacker.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, `${HARNESS}/v5/?csp`);
  await refused;

  expect(attacker.frames().map((frame) => frame.url())).not.toContain(`${HARNESS}/v5/?csp`);
});
