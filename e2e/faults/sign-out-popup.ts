import type { BrowserContext, Page } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import { holdFirst } from '../pages/hold-back';
import { IdentityServerPages } from '../pages/identity-server';
import { RECONNECT } from '../reconnect';

/** Where sign-outs are asked for at the provider. */
export const END_SESSION = `${HARNESS_IDENTITY_SERVER}/session/end?*`;

/** The events of a popup sign-out that the provider has not confirmed. */
export const ENDED_IN_POPUP = [
  'logoutStart',
  'accountsCleared',
  'popupOpened',
  'logoutSuccess',
  'logoutEnd',
] as const;

/** What comes of a popup that is closed, or looks so. */
export const CLOSED = { local: 'cleared', server: 'unconfirmed', reason: 'popup_closed' } as const;

/** Has the provider ask whom to sign out, as it does when the request names nobody. */
export async function haveProviderAsk(context: BrowserContext, headers = {}): Promise<void> {
  await context.route(END_SESSION, async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.delete('logout_hint');
    const response = await route.fetch({ ...RECONNECT, url: url.href, maxRedirects: 0 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

/** Starts to sign Ada out in a popup. */
export async function openPopup(ada: MsalPage): Promise<Page> {
  const popup = ada.page.waitForEvent('popup');
  await ada.beginSignOut('logoutPopup', { account: 'ada' });
  return popup;
}

/** Starts to sign Ada out in a popup, which stands at the provider's question. */
export async function stopAtQuestion(ada: MsalPage, headers = {}): Promise<Page> {
  await haveProviderAsk(ada.page.context(), headers);
  const popup = await openPopup(ada);
  await new IdentityServerPages(popup).signedInUsers.waitFor();
  return popup;
}

/** Where a popup that has left may be, each with what brings it there. */
export const MOMENTS = {
  'while the provider is asked': async (ada: MsalPage) => {
    const { first } = await holdFirst(ada.page.context(), END_SESSION);
    const popup = await openPopup(ada);
    await first;
    return popup;
  },
  "on the provider's page": (ada: MsalPage) => stopAtQuestion(ada),
  'while the answer is on the way': async (ada: MsalPage) => {
    const { first } = await holdFirst(ada.page.context(), END_SESSION);
    const popup = await openPopup(ada);
    await (await first).fetch({ ...RECONNECT, maxRedirects: 0 });
    return popup;
  },
} as const;
