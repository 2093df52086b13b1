import type { MsalPage } from '../harness/msal-page';
import { ON_THE_WAY } from '../on-the-way';
import { expect } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';

/** Lets the time pass that a sign-out may be on its way, and waits until the page has looked what has become of it. */
export async function passOnTheWay({ page }: MsalPage): Promise<void> {
  await page.clock.fastForward(ON_THE_WAY);
  // A look waits for the locks, and the browser answers in the order of the questions.
  await page.evaluate(async () => {
    for (let question = 1; question <= 5; question++) await navigator.locks.query();
  });
}

/** The tab tells of no sign-out that was cut off from now on, also after its page is loaded anew, and has none to resume. */
export async function expectSettled(tab: MsalPage): Promise<void> {
  const told = await interruptions(tab);
  await passOnTheWay(tab);
  expect(await interruptedAccounts(tab)).toEqual([]);
  expect(await resumed(tab)).toBe('no_interrupted_logout');
  await tab.open(new URL(tab.page.url()).pathname);
  await passOnTheWay(tab);
  expect(await interruptedAccounts(tab)).toEqual([]);
  expect(await interruptions(tab)).toBe(told);
}

async function interruptions(tab: MsalPage): Promise<number> {
  return (await tab.eventTypes()).filter((type) => type === 'logoutInterrupted').length;
}

/** What `resume()` is refused for; the name of the way when it leaves the page instead. */
function resumed(tab: MsalPage): Promise<string> {
  return tab.page
    .evaluate(() =>
      window.client.resume().then(
        () => 'resumed',
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      ),
    )
    .catch(() => 'left');
}

/** Waits until the browser has given back every lock of other pages: they are gone by then. */
export async function expectAlone({ page }: MsalPage): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        navigator.locks.request('app.own', async () => {
          const { held = [] } = await navigator.locks.query();
          const own = held.find(({ name }) => name === 'app.own')?.clientId;
          return held.filter(({ clientId }) => clientId !== own).length;
        }),
      ),
    )
    .toBe(0);
}
