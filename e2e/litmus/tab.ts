import type { CDPSession, Page } from '@playwright/test';
import type { Litmus, Run, Sight } from './page/litmus.mjs';

declare global {
  interface Window {
    litmus?: Litmus;
  }
}

/** What a tab has come to: its sight, or what has become of it. */
export type TabOutcome = Sight | 'gone' | 'stuck' | 'reloaded';

const TOO_LONG = 4_000;

/** A tab of a program, with what the browser can do with it. */
export class Tab {
  readonly page: Page;
  #outcome: Promise<TabOutcome> = Promise.resolve('gone');
  #session: Promise<CDPSession> | undefined;
  isLost = false;

  constructor(page: Page) {
    this.page = page;
  }

  run(run: Run): void {
    this.#outcome = this.page
      .evaluate(
        async (run): Promise<TabOutcome> => (await window.litmus?.run(run)) ?? 'reloaded',
        run,
      )
      .catch(() => 'gone' as const);
  }

  outcome(): Promise<TabOutcome> {
    return Promise.race([this.#outcome, stuck()]);
  }

  async close(): Promise<void> {
    this.isLost = true;
    await this.page.close();
  }

  async navigate(): Promise<void> {
    this.isLost = true;
    await this.page.goto(new URL('away.html', this.page.url()).href);
  }

  /** Comes back from where `navigate` has led to; the run goes on if the page was kept. */
  async back(): Promise<void> {
    // Playwright's own way does not see that a page comes out of the cache.
    const isBack = this.page.waitForURL('**/litmus.html', { waitUntil: 'commit' });
    await this.page.evaluate(() => void setTimeout(() => history.back()));
    await isBack;
    await this.page.waitForFunction(() => window.litmus !== undefined);
    this.#outcome = this.page
      .evaluate(async (): Promise<TabOutcome> => (await window.litmus?.current) ?? 'reloaded')
      .catch(() => 'gone' as const);
  }

  /** Returns once the browser has noticed. */
  async crash(): Promise<void> {
    this.isLost = true;
    const session = await this.#cdp();
    const isGone = this.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await isGone;
  }

  /** Freezes the tab, which another one in front hides, or lets it go on. */
  async setLifecycle(state: 'frozen' | 'active'): Promise<void> {
    await (await this.#cdp()).send('Page.setWebLifecycleState', { state });
  }

  /** Makes ready what takes long, before a round. */
  async prepare(): Promise<void> {
    await this.#cdp();
  }

  #cdp(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }
}

function stuck(): Promise<'stuck'> {
  return new Promise((resolve) => setTimeout(() => resolve('stuck'), TOO_LONG));
}
