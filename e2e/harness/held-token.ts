import { EventEmitter, once } from 'node:events';
import type { BrowserContext } from '@playwright/test';
import { RECONNECT } from '../reconnect';
import { HARNESS_IDENTITY_SERVER } from './addresses';

/** The answer of the token endpoint that is held back. */
export interface HeldToken {
  /** Settles when the provider has issued it. */
  readonly issued: Promise<unknown>;
  /** Lets it through. */
  readonly release: () => void;
}

/** Holds back the next token that the provider issues; those after it arrive as usual. */
export async function holdToken(context: BrowserContext): Promise<HeldToken> {
  const gate = new EventEmitter();
  const issued = once(gate, 'issued');
  const released = once(gate, 'released');
  let isFirst = true;
  const tokenEndpoint = (url: URL) => url.href.startsWith(`${HARNESS_IDENTITY_SERVER}/token`);
  await context.route(tokenEndpoint, async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    const response = await route.fetch(RECONNECT);
    gate.emit('issued');
    await released;
    await route.fulfill({ response });
  });
  return { issued, release: () => gate.emit('released') };
}
