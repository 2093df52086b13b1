import type { Page } from '@playwright/test';
import type { MsalPage } from '../harness/msal-page';
import type { Provider } from '../harness/provider';
import { expect } from './fault-test';
import { finishInterrupted } from './finish-interrupted';
import type { Stage } from './stages';

/** The application is told, in a tab where it has just started or in which it has been told, and finishes the sign-out. */
export async function expectToResume(
  tab: MsalPage,
  provider: Provider,
  answer?: (page: Page) => Promise<void>,
): Promise<void> {
  await finishInterrupted(tab, { answer });
  expect(await tab.accounts()).toEqual([]);
  expect(await provider.knows('ada')).toBe(false);
}

/** The events of a tab that tells of a sign-out at its start, and resumes it; with `isListed`, it clears, too. */
export function resumingEvents({ isListed }: Pick<Stage, 'isListed'>): readonly string[] {
  return [
    'logoutInterrupted',
    'logoutStart',
    ...(isListed ? ['accountsCleared'] : []),
    'logoutSuccess',
    'serverSignOutConfirmed',
    'logoutEnd',
  ];
}
