import * as engine from 'msal-logout/engine';
import type { EndSessionClient, LogoutReturn, MsalLogoutEvent } from 'msal-logout/engine';
import './globals';

/** Where the events of a tab are kept; a redirect does not end them. */
const EVENTS = 'app.events';

/** Puts what the tests work with into the window, and says when it is ready. */
export async function startPage(
  client: EndSessionClient,
  logoutReturn: LogoutReturn | null,
): Promise<void> {
  client.addEventCallback(record);
  await client.initialize();
  if (logoutReturn) client.announceReturn(logoutReturn);
  Object.assign(window, { engine, client, record, logoutReturn });
  document.documentElement.dataset['ready'] = 'true';
}

function record(event: MsalLogoutEvent): void {
  const windowless = { ...event, popupWindow: undefined };
  if (isBlocked()) {
    window.events = [...(window.events ?? []), windowless];
    return;
  }
  const events = JSON.parse(sessionStorage.getItem(EVENTS) ?? '[]') as MsalLogoutEvent[];
  sessionStorage.setItem(EVENTS, JSON.stringify([...events, windowless]));
}

function isBlocked(): boolean {
  try {
    return !sessionStorage;
  } catch {
    return true;
  }
}
