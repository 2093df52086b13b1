import type { Frame, Page } from '@playwright/test';
import { CLIENT_ID } from '../harness/addresses';

declare global {
  interface Window {
    /** What a page of somebody else has heard. */
    heard: unknown[];
    /** The application, as another page has it: in a window that it has opened, or in a frame. */
    victim?: Window | null | undefined;
    /** How many frames the application was seen to have. */
    lengths: number[];
  }
}

/** What tabs of the application and return pages say to each other, as somebody else would say it. */
export function words(stateId: string) {
  const note = { about: ['*'], correlationId: 'c-1', order: 1_000, at: Date.now() };
  return {
    channels: [`end-session.${CLIENT_ID}`, 'msal.broadcast.cache', stateId],
    messages: [
      { type: 'signed-out', id: 'n-1', group: CLIENT_ID, ...note },
      { type: 'returned', id: stateId, group: CLIENT_ID, ...note },
      { v: 1, payload: '' },
      'signed-out',
      'logout',
    ],
  };
}

/**
 * Says all of it to the application: over every channel, and to its window.
 * @returns when the application has got what was sent to its window
 */
export async function speak(from: Page | Frame, to: Page | Frame, stateId = 's-1'): Promise<void> {
  await to.evaluate(() => {
    window.heard = [];
    window.addEventListener('message', ({ data }) => window.heard.push(data));
  });
  await from.evaluate(({ channels, messages }) => {
    const target = window.victim ?? (window.opener as Window);
    for (const message of messages) {
      for (const name of channels) {
        const channel = new BroadcastChannel(name);
        channel.postMessage(message);
        channel.close();
      }
      target.postMessage(message, '*');
    }
    target.postMessage('that was all', '*');
  }, words(stateId));
  await to.waitForFunction(() => window.heard.includes('that was all'));
}

/** A `state` of this library's form. */
export function stateOf(id: string, interactionType: 'redirect' | 'popup' = 'redirect'): string {
  return encodeURIComponent(btoa(JSON.stringify({ id, meta: { interactionType } })));
}
