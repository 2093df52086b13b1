import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';

/**
 * A Chromium in which a tab in the background is hidden. Playwright's own tells every page that it is visible, and a
 * visible page cannot be frozen.
 */
export class HiddenTabsBrowser {
  readonly context: BrowserContext;
  readonly #process: ChildProcess;
  readonly #profile: string;

  private constructor(context: BrowserContext, process: ChildProcess, profile: string) {
    this.context = context;
    this.#process = process;
    this.#profile = profile;
  }

  static async start(executablePath: string): Promise<HiddenTabsBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'litmus-'));
    const process = spawn(
      executablePath,
      [
        ...['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'],
        ...[`--user-data-dir=${profile}`, 'about:blank'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const browser = await chromium.connectOverCDP(await endpointOf(process), { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no context');
    return new HiddenTabsBrowser(context, process, profile);
  }

  async quit(): Promise<void> {
    const isGone = once(this.#process, 'exit');
    const session = await this.context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => undefined);
    await isGone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where its tools can be reached, which it writes when it has started. */
async function endpointOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The browser has no output');
  for await (const line of createInterface({ input: stderr })) {
    const endpoint = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error('The browser has not started');
}
