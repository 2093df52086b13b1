import type { BrowserContext, Page } from '@playwright/test';

const KEY = 'inbox-left';

/** Makes every page of the browser note when the inbox is taken off it, by the clock that all pages share. */
export async function noteInboxLeft(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    let isThere = false;
    new MutationObserver(() => {
      const wasThere = isThere;
      isThere = document.querySelector('[data-testid=inbox]') !== null;
      // Kept in the tab: a redirect loads another page into it.
      if (wasThere && !isThere) sessionStorage.setItem(key, String(Date.now()));
    }).observe(document, { childList: true, subtree: true });
  }, KEY);
}

/** When the inbox was last taken off the page, as Unix time in milliseconds; `NaN` when it was not. */
export async function inboxLeftAt(page: Page): Promise<number> {
  const time = await page.evaluate((key) => sessionStorage.getItem(key), KEY);
  return time === null ? NaN : Number(time);
}
