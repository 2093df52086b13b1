import type { BrowserContext, Page } from '@playwright/test';

/** When the last click on a page was, when that had opened a popup, and when the inbox was last taken off the page. */
export type Moment = 'clicked' | 'popup-opened' | 'inbox-left';

/** Has every page of the browser take down its moments by the clock that all pages share. */
export async function takeDownMoments(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // Kept in the tab: a redirect loads another page into it.
    const takeDown = (moment: string) => sessionStorage.setItem(moment, String(Date.now()));
    addEventListener('click', () => takeDown('clicked'), true);
    const open = window.open.bind(window);
    window.open = (...parameters) => {
      const popup = open(...parameters);
      takeDown('popup-opened');
      return popup;
    };
    let isThere = false;
    new MutationObserver(() => {
      const wasThere = isThere;
      isThere = document.querySelector('[data-testid=inbox]') !== null;
      if (wasThere && !isThere) takeDown('inbox-left');
    }).observe(document, { childList: true, subtree: true });
  });
}

/** When it was, in milliseconds since 1970; `NaN` when it was not. */
export async function readMoment(page: Page, moment: Moment): Promise<number> {
  const time = await page.evaluate((key) => sessionStorage.getItem(key), moment);
  return time === null ? NaN : Number(time);
}
