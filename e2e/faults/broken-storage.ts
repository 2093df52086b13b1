import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Fills a storage to its last character, and each part of it once: it is much to write. */
export async function fill(page: Page, area: 'localStorage' | 'sessionStorage'): Promise<void> {
  const isFull = await page.evaluate((area) => {
    const takes = (key: string, text: string): boolean => {
      try {
        window[area].setItem(key, text);
        return true;
      } catch {
        return false;
      }
    };
    for (let size = 2 ** 22; size > 16; size /= 2) takes(`app.fill.${size}`, 'x'.repeat(size));
    for (let text = ''; takes('x', text); text += 'x');
    return !takes('y', '');
  }, area);
  expect(isFull).toBe(true);
}

/** Has the storages take nothing but the events that the page of the harness keeps. */
export async function refuseToWrite(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (!key.startsWith('app.')) throw new DOMException('', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
}

/** Has the storages not remove what names Ada, so many times. */
export async function refuseToRemove(
  page: Page,
  refusal: 'throws' | 'does nothing',
  times: number,
): Promise<void> {
  await page.evaluate(
    ({ refusal, times }) => {
      const { removeItem } = Storage.prototype;
      Storage.prototype.removeItem = function (key) {
        if (!/\bada\b/.test(key) || times-- <= 0) removeItem.call(this, key);
        else if (refusal === 'throws') throw new DOMException('Storage is read-only');
      };
    },
    { refusal, times },
  );
}

/** Keeps the page from a storage until it is loaded again, as when somebody blocks its data in the settings. */
export async function block(page: Page, area: 'localStorage' | 'sessionStorage'): Promise<void> {
  await page.evaluate((area) => {
    Object.defineProperty(window, area, {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }, area);
}
