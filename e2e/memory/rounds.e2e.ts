import type { Page } from '@playwright/test';
import type { MemoryApp } from '../harness/browser/memory';
import { expect, test } from '../harness/test';
import { HandleCounter } from './handles';

declare global {
  interface Window {
    app: MemoryApp | null;
  }
}

/** Until every cache of the browser's own is filled. */
const WARM_UP = 100;
const TIMES = 1000;

/** Opens the page with MSAL, without the application. */
async function open(page: Page): Promise<HandleCounter> {
  await page.addInitScript(() => {
    window.harnessOptions = { cacheLocation: 'localStorage', routing: 'path' };
  });
  const counter = await HandleCounter.of(page);
  await page.goto('/memory');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return counter;
}

async function startApp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.app = await window.startApp();
  });
}

/** Each round somebody signs in, asks, is answered, asks again, and signs out before the answer. */
async function spend(page: Page, rounds: number): Promise<void> {
  await page.evaluate(async (rounds) => {
    for (let round = 0; round < rounds; round++) {
      await window.app?.signIn();
      await window.app?.request();
      const answer = await window.app?.signOut();
      if (answer !== 'signed_out') throw new Error(`The request under way got ${answer}`);
    }
  }, rounds);
}

// Half a minute on an idle machine with two cores, more than one on a busy one.
test.describe.configure({ timeout: 900_000 });

test('a thousand requests and a thousand sign-outs leave nothing behind', async ({ page }) => {
  const counter = await open(page);
  await startApp(page);
  await spend(page, WARM_UP);
  const handles = await counter.handles();
  const objects = await counter.objects();
  expect(handles.channels).toContain('end-session.sample-app');

  await spend(page, TIMES);

  expect(await counter.handles()).toEqual(handles);
  // A single one that is left behind every time would make a thousand.
  expect((await counter.objects()) - objects).toBeLessThan(TIMES / 2);
});

test('an application that is destroyed leaves nothing behind', async ({ page }) => {
  const counter = await open(page);
  const { channels, listeners, timers } = await counter.handles();
  await startApp(page);
  await spend(page, 3);

  await page.evaluate(() => {
    window.app?.destroy();
    window.app = null;
  });

  expect(await counter.handles()).toMatchObject({ channels, listeners, timers });
});
