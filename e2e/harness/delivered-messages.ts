import type { Page } from '@playwright/test';

/** Waits until what `from` has told and stored so far has come to `to`. */
export async function deliverMessages(from: Page, to: Page): Promise<void> {
  const delivered = await to.evaluateHandle(() => ({
    all: Promise.all([
      new Promise((resolve) => (new BroadcastChannel('app.marker').onmessage = resolve)),
      new Promise<void>((resolve) =>
        addEventListener('storage', ({ key }) => {
          if (key === 'app.marker') resolve();
        }),
      ),
    ]),
  }));
  await from.evaluate(() => {
    new BroadcastChannel('app.marker').postMessage('all');
    localStorage.setItem('app.marker', String(Math.random()));
  });
  await delivered.evaluate(({ all }) => all.then(() => undefined));
}
