import type { Frame, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { EndSessionPopupRequest, LogoutResult } from 'msal-logout/engine';
import { HARNESS, HARNESS_IDENTITY_SERVER, OTHER_ORIGINS } from '../harness/addresses';
import { tokensOf } from '../harness/browser/tokens';
import type { Told } from '../harness/told';

/** Opens an application in a frame of another site's page. */
export async function openInFrame(page: Page, path: string, sandbox?: string): Promise<Frame> {
  await page.goto(OTHER_ORIGINS['on another site']);
  await page.evaluate(
    ({ src, sandbox }) => {
      const frame = document.createElement('iframe');
      if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
      document.body.append(Object.assign(frame, { src }));
    },
    { src: HARNESS + path, sandbox },
  );
  const ready = page.frameLocator('iframe').locator('html[data-ready]');
  await ready.waitFor({ state: 'attached' });
  const [, frame] = page.frames();
  if (!frame) throw new Error('There is no frame');
  return frame;
}

/** Gives MSAL tokens of Ada's, as the page around a frame can: by itself it gets none from the provider there. */
export async function hydrate(frame: Frame, told: Told): Promise<void> {
  const authority = HARNESS_IDENTITY_SERVER.replace('http:', 'https:');
  expect(told.leaks()).toEqual([]);
  await frame.evaluate(
    async ({ account, ...tokens }) => {
      const profile = { ...account, isHomeTenant: true };
      const tenantProfiles = new Map([[account.tenantId, profile]]);
      await window.msal.hydrateCache(
        { ...tokens, account: { ...account, tenantProfiles } },
        tokens,
      );
      // MSAL tells nobody of that; the client looks when somebody comes to the page.
      dispatchEvent(new Event('focus'));
    },
    tokensOf('ada', { authority }),
  );
  await expect.poll(() => accountsIn(frame)).toEqual([['ada'], ['ada']]);
  // MSAL tells its other tabs by itself whom it has, with the name.
  told.clear();
}

/** Whom MSAL and the client see signed in. */
export function accountsIn(frame: Frame): Promise<readonly (readonly string[])[]> {
  return frame.evaluate(() =>
    [window.msal.getAllAccounts(), window.client.accounts].map((accounts) =>
      accounts.map(({ homeAccountId }) => homeAccountId),
    ),
  );
}

/** Signs Ada out in a popup; what comes of it, with the events. */
export function signOutIn(
  frame: Frame,
  request: Pick<EndSessionPopupRequest, 'popupFallback'> = {},
): Promise<LogoutResult & { readonly events: readonly string[] }> {
  return frame.evaluate(async (request) => {
    const events: string[] = [];
    window.client.addEventCallback(({ eventType }) => events.push(eventType.replace('msal:', '')));
    const result = await window.client.logoutPopup({ ...request, logoutHint: 'ada' });
    return { ...result, events };
  }, request);
}
