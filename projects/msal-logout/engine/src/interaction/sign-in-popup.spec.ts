import type { MsalEventMessage, MsalInstance } from '../cache/msal-instance';
import { SignInPopup } from './sign-in-popup';

/** An instance that has opened a popup, and what else it tells. */
function setupPopup() {
  const callbacks = new Map<string, (message: MsalEventMessage) => void>();
  const instance = {
    addEventCallback: (callback: (message: MsalEventMessage) => void) => {
      const id = `callback ${callbacks.size}`;
      callbacks.set(id, callback);
      return id;
    },
    removeEventCallback: (id: string) => void callbacks.delete(id),
  } as unknown as MsalInstance;
  const tell = (eventType: string, interactionType: string, payload: unknown = null): void => {
    for (const callback of callbacks.values()) callback({ eventType, interactionType, payload });
  };
  const popupWindow = { closed: false };
  const popup = new SignInPopup(instance);
  const open = (): void => tell('msal:popupOpened', 'popup', { popupWindow });
  const close = (): void => void (popupWindow.closed = true);
  return { popup, tell, open, close, callbacks };
}

it('is gone when its window is closed, and not before', () => {
  const { popup, open, close } = setupPopup();
  popup.start();
  expect(popup.isGone).toBe(false);
  open();
  expect(popup.isGone).toBe(false);
  close();
  expect(popup.isGone).toBe(true);
});

it.each([
  ['msal:acquireTokenFailure', 'popup'],
  ['msal:loginSuccess', 'popup'],
  ['msal:loginStart', 'popup'],
  ['msal:loginStart', 'redirect'],
  ['msal:acquireTokenStart', 'redirect'],
])('does not count any more after %s of a %s: that lock is another one', (type, interaction) => {
  const { popup, open, close, tell } = setupPopup();
  popup.start();
  open();
  close();
  tell(type, interaction);

  expect(popup.isGone).toBe(false);
});

it('counts on when tokens come silently', () => {
  const { popup, open, close, tell } = setupPopup();
  popup.start();
  open();
  close();
  tell('msal:acquireTokenSuccess', 'silent');

  expect(popup.isGone).toBe(true);
});

it.each([null, 'text', {}, { popupWindow: null }, { popupWindow: 7 }, { popupWindow: {} }])(
  'is not known from %p',
  (payload) => {
    const { popup, tell } = setupPopup();
    popup.start();
    tell('msal:popupOpened', 'popup', payload);

    expect(popup.isGone).toBe(false);
  },
);

it('is heard of once, between start and stop', () => {
  const { popup, open, close, callbacks } = setupPopup();
  popup.start();
  popup.start();
  expect(callbacks.size).toBe(1);
  open();
  close();
  popup.stop();
  expect(callbacks.size).toBe(0);
  expect(popup.isGone).toBe(false);
});

it('is not known without an instance', () => {
  const popup = new SignInPopup(null);
  popup.start();
  popup.stop();

  expect(popup.isGone).toBe(false);
});
