import { CORE } from '../core';
import type { Page } from '@playwright/test';
import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT, ENDED_HERE } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { bindTokens } from './bound-tokens';
import { refuseToWrite } from './broken-storage';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';

const FAILURES = ['throws', 'rejects', 'never answers'] as const;
type Failure = (typeof FAILURES)[number];

declare global {
  interface Window {
    /** Code of the application, by how it fails. */
    broken: Readonly<Record<Failure, () => Promise<never>>>;
  }
}

describeEachMajor(() => {
  for (const listener of ['the client', 'MSAL'] as const) {
    test(
      `a listener of ${listener} that throws does not disturb a sign-out`,
      SIGN_IN_AFTER,
      async ({ ada, page }) => {
        await page.evaluate((listener) => {
          const target = listener === 'MSAL' ? window.msal : window.client;
          target.addEventCallback(() => {
            throw new Error('a broken listener');
          });
        }, listener);

        await ada.beginSignOut('logoutRedirect', { account: 'ada' });

        expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
        expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
      },
    );
  }
});

test('a listener to accounts that throws does not disturb a sign-out', async ({ ada, page }) => {
  const errors = uncaught(page);
  await page.evaluate(() => {
    window.client.addAccountsListener(() => {
      throw new Error('a broken listener');
    });
  });

  expect(await ada.signOut('logoutPopup', { account: 'ada' })).toMatchObject({
    server: 'confirmed',
  });
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
  expect(errors).toEqual(['a broken listener']);
});

test('a listener to interrupted sign-outs that throws does not disturb one', async ({
  ada,
  page,
}) => {
  const errors = uncaught(page);
  await page.evaluate(() => {
    Object.assign(window.faults ?? {}, { navigateExternal: () => Promise.resolve(false) });
    window.client.addInterruptedListener(() => {
      throw new Error('a broken listener');
    });
  });

  expect(await ada.signOut('logoutRedirect', { account: 'ada' })).toMatchObject({
    server: 'failed',
    reason: 'navigation_failed',
  });
  expect(await ada.eventTypes()).toEqual(ENDED_HERE);
  expect(errors).toEqual(['a broken listener']);
  await resume(ada);
});

for (const failure of FAILURES) {
  test(`a task that ${failure} does not stop a sign-out, and is reported`, async ({
    ada,
    page,
    provider,
  }) => {
    await startAnew(ada, failure, (failure) => {
      window.faults = {
        task: () => window.broken[failure](),
        endSession: { system: { signOutTaskTimeout: 200 } },
      };
    });
    const errors = uncaught(page);

    await ada.beginSignOut('logoutRedirect', { account: 'ada' });

    expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
    expect(await provider.knows('ada')).toBe(false);
    expect(errors).toEqual([expect.stringContaining('sign_out_task_failed')]);
  });

  test(`a navigation client that ${failure} leaves a redirect that resume() finishes`, async ({
    ada,
    provider,
  }) => {
    await startAnew(ada, failure, (failure) => {
      window.faults = {
        navigateExternal: () => window.broken[failure](),
        endSession: { system: { redirectNavigationTimeout: 1_000 } },
      };
    });

    expect(await ada.signOut('logoutRedirect', { account: 'ada' })).toMatchObject({
      server: 'failed',
      reason: failure === 'never answers' ? 'timed_out' : 'navigation_failed',
    });
    expect(await ada.eventTypes()).toEqual(ENDED_HERE);
    expect(await provider.knows('ada')).toBe(true);

    await resume(ada);
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a navigation client that ${failure} within the application leaves the popup confirmed`, async ({
    ada,
  }) => {
    await startAnew(ada, failure, (failure) => {
      const fail = () => window.broken[failure]();
      const navigationClient = { navigateInternal: fail, navigateExternal: fail };
      window.faults = { endSession: { system: { navigationClient } } };
    });

    const result = await ada.signOut('logoutPopup', {
      account: 'ada',
      mainWindowRedirectUri: '/v5/signed-out',
    });

    expect(result).toMatchObject({ server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
  });
}

for (const place of ['the request', 'the configuration'] as const) {
  test(
    `an onRedirectNavigate of ${place} that throws leaves a redirect that resume() finishes`,
    place === 'the request' ? CORE : {},
    async ({ ada, provider }) => {
      await askBeforeLeaving(ada, place, 'throws');

      expect(await ada.result()).toMatchObject({ server: 'failed', reason: 'navigation_failed' });
      expect(await ada.eventTypes()).toEqual(ENDED_HERE);
      expect(await provider.knows('ada')).toBe(true);

      await resume(ada);
      expect(await provider.knows('ada')).toBe(false);
    },
  );

  for (const failure of ['rejects', 'never answers'] as const) {
    test(`an onRedirectNavigate of ${place} that ${failure} is not waited for`, async ({
      ada,
      provider,
    }) => {
      await askBeforeLeaving(ada, place, failure);

      expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
      expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
      expect(await provider.knows('ada')).toBe(false);
    });
  }
}

for (const failure of ['throws', 'rejects'] as const) {
  test(`a logger that ${failure} does not stop a sign-out`, async ({ ada, page, provider }) => {
    await startAnew(ada, failure, (failure) => {
      const loggerCallback = (_level: number, message: string) => {
        sessionStorage.setItem('app.log', message);
        return window.broken[failure]() as never;
      };
      window.faults = { endSession: { system: { loggerOptions: { loggerCallback } } } };
    });
    await refuseToWrite(page);

    expect(await ada.signOut('logoutPopup', { account: 'ada' })).toMatchObject({
      server: 'confirmed',
    });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
    expect(await provider.knows('ada')).toBe(false);
    expect(await page.evaluate(() => sessionStorage.getItem('app.log'))).toContain('noted');
  });
}

for (const cacheLocation of ['localStorage', 'sessionStorage'] as const) {
  test.describe(`a cache in ${cacheLocation}`, () => {
    test.use({ cacheLocation });

    for (const method of [
      'initialize',
      'getAllAccounts',
      'getActiveAccount',
      'clearCache',
    ] as const) {
      test(`an MSAL that throws at ${method} is not needed`, async ({ ada, provider }) => {
        await breakMsal(ada, method);

        await ada.beginSignOut('logoutRedirect', { account: 'ada' });

        expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
        expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
        expect(await provider.knows('ada')).toBe(false);
      });
    }
  });
}

test(
  'an MSAL that throws at clearCache makes the sign-out fail, and it is done when tried again',
  SIGN_IN_AFTER,
  async ({ ada, page, provider }) => {
    await bindTokens(ada);
    await breakMsal(ada, 'clearCache');
    await expect(ada.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
      'cache_clear_failed',
    );
    const types = await ada.eventTypes();
    expect(types.filter((type) => type !== 'accountsCleared')).toEqual([
      'logoutStart',
      'logoutFailure',
      'logoutEnd',
    ]);
    expect(await provider.knows('ada')).toBe(true);

    // The method of the class is there again.
    await page.evaluate(() => Reflect.deleteProperty(window.msal, 'clearCache'));
    await ada.beginSignOut('logoutRedirect', { logoutHint: 'ada' });

    expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
    expect(await provider.knows('ada')).toBe(false);
  },
);

test(
  'an MSAL that never starts is not needed, with tokens bound to a key either, and is reported',
  SIGN_IN_AFTER,
  async ({ ada, page, provider }) => {
    await bindTokens(ada);
    await breakMsal(ada, 'initialize');
    await replaceClient(page);
    const reports = uncaught(page);

    await ada.beginSignOut('logoutRedirect');

    expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
    expect(await provider.knows('ada')).toBe(false);
    expect(reports).toEqual(['a broken instance']);
  },
);

async function breakMsal(app: MsalPage, method: keyof Window['msal']): Promise<void> {
  await app.page.evaluate((method) => {
    const fail = (): never => {
      throw new Error('a broken instance');
    };
    Object.assign(window.msal, { [method]: fail });
  }, method);
}

/** Puts a client into the page that has MSAL initialize with its first sign-out: once that has succeeded, it is done. */
async function replaceClient(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.client.close();
    const client = window.engine.createEndSessionClient(window.msal);
    client.addEventCallback(window.record);
    Object.assign(window, { client });
  });
}

/** What a page reports as uncaught from now on. */
function uncaught(page: Page): readonly string[] {
  const messages: string[] = [];
  page.on('pageerror', ({ message }) => messages.push(message));
  return messages;
}

/** Finishes an interrupted sign-out with the page as it is meant to be. */
async function resume(app: MsalPage): Promise<void> {
  await app.page.evaluate(() => {
    Object.assign(window.faults ?? {}, { endSession: undefined, navigateExternal: undefined });
  });
  expect(await app.resume()).toMatchObject({ server: 'confirmed' });
}

/** Starts the page anew with code that fails, where `place` puts it. */
async function startAnew(
  app: MsalPage,
  failure: Failure,
  place: (failure: Failure) => void,
): Promise<void> {
  await app.page.addInitScript(() => {
    window.broken = {
      throws: () => {
        throw new Error('broken');
      },
      rejects: () => Promise.reject(new Error('broken')),
      'never answers': () => new Promise(() => undefined),
    };
  });
  await app.page.addInitScript(place, failure);
  await app.open();
}

/** Begins a redirect of Ada that asks whether to leave, and gets no answer. */
async function askBeforeLeaving(
  app: MsalPage,
  place: 'the request' | 'the configuration',
  failure: Failure,
): Promise<void> {
  if (place === 'the configuration') {
    await startAnew(app, failure, (failure) => {
      const onRedirectNavigate = (): void => {
        if (window.faults?.endSession) return window.broken[failure]() as never;
      };
      window.faults = { endSession: { auth: { onRedirectNavigate } } };
    });
    return app.beginSignOut('logoutRedirect', { account: 'ada' });
  }
  await startAnew(app, failure, () => undefined);
  await app.page.evaluate((failure) => {
    const [account] = window.client.accounts;
    const onRedirectNavigate = () => window.broken[failure]() as never;
    window.signOuts = Promise.all([window.client.logoutRedirect({ account, onRedirectNavigate })]);
  }, failure);
}
