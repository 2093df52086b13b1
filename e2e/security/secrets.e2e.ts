import type { BrowserContext, Page } from '@playwright/test';
import { confirmForEverybody } from '../harness/provider';
import type { MsalPage } from '../harness/msal-page';
import { describeEachMajor, expect, test } from '../harness/test';

/** Everything of a sign-out that somebody else than this page could see, as text. */
interface Told {
  readonly lines: readonly string[];
  /** Begins anew. */
  clear(): void;
}

/** Notes every address that is asked for, every log line, message to other tabs, and entry in the storages. */
async function listen(context: BrowserContext): Promise<Told> {
  const lines: string[] = [];
  // A request does not have the fragment of its address, a frame has.
  context.on('request', (request) => lines.push(`address ${request.url()}`));
  const watch = (page: Page): void => {
    page.on('framenavigated', (frame) => lines.push(`address ${frame.url()}`));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  context.on('console', (message) => lines.push(message.text()));
  await context.addInitScript(() => {
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
      // MSAL 4 tells its other tabs by itself whom it has removed, with the name.
      if (this.name !== 'msal.broadcast.event') {
        console.debug(`message ${this.name} ${JSON.stringify(message)}`);
      }
      postMessage.call(this, message);
    };
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      // The events of a page are kept in the storage, too, by the harness.
      if (/^(end-session|app\.events)/.test(key)) console.debug(`entry ${key} ${value}`);
      setItem.call(this, key, value);
    };
  });
  return {
    lines,
    clear: () => {
      lines.length = 0;
    },
  };
}

/** Every token and code that the provider has given out so far, and the names of people. */
function secretsOf(context: BrowserContext): ReadonlySet<string> {
  const secrets = new Set(['Ada Lovelace', 'ada@mail.example', 'Alan Turing', 'alan@mail.example']);
  context.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname !== '/token' || request.method() !== 'POST') return;
    const { code = '', refresh_token: used = '' } = request.postDataJSON() as Record<
      string,
      string
    >;
    if (code) secrets.add(code);
    if (used) secrets.add(used);
    void request
      .response()
      .then((response) => response?.json())
      .then((tokens: Record<string, string>) => {
        for (const name of ['access_token', 'id_token', 'refresh_token']) {
          if (tokens[name]) secrets.add(tokens[name]);
        }
      });
  });
  return secrets;
}

/** What is told of a secret, in whichever form an address or a JSON text has it. */
function leaks({ lines }: Told, secrets: ReadonlySet<string>): readonly string[] {
  const forms = [...secrets].flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
  ]);
  return lines.filter((line) => forms.some((form) => line.includes(form)));
}

describeEachMajor(() => {
  let told: Told;
  let secrets: ReadonlySet<string>;

  test.beforeEach(async ({ app, context }) => {
    told = await listen(context);
    secrets = secretsOf(context);
    await app.open();
  });

  /** Signs Ada and Alan in; MSAL's own part is not looked at. */
  async function signIn(app: MsalPage): Promise<void> {
    await app.signIn('ada', 'alan');
    // A code, three tokens, for two people; and their names.
    await expect.poll(() => secrets.size).toBeGreaterThanOrEqual(12);
    expect(leaks(told, secrets)).not.toEqual([]);
    told.clear();
  }

  test('a redirect tells nobody a token, a code or a name', async ({ app, page }) => {
    await signIn(app);
    const idTokenHint = [...secrets].find((secret) => secret.startsWith('eyJ')) ?? '';
    expect(idTokenHint).not.toBe('');
    await app.beginSignOut('logoutRedirect', {
      idTokenHint,
      // Too long with the hint, which is the one token that an application may send.
      extraQueryParameters: { ui: 'x'.repeat(1_500) },
    });
    await confirmForEverybody(page);
    expect(await app.returnedResult()).toMatchObject({ server: 'confirmed' });

    expect(leaks(told, secrets)).toEqual([]);
    const text = told.lines.join('\n');
    for (const kind of [
      /^address .*\/session\/end\?/m,
      /^entry end-session\.journal\./m,
      /^entry end-session\.this-tab/m,
      /^entry app\.events .*serverSignOutConfirmed/m,
      /^message end-session\.sample-app .*signed-out/m,
      /^log: .*id_token_hint is left out/m,
    ]) {
      expect(text).toMatch(kind);
    }
  });

  test('a popup tells nobody a token, a code or a name', async ({ app, page }) => {
    await signIn(app);
    const popup = page.waitForEvent('popup');
    await app.beginSignOut('logoutPopup', { postLogoutRedirectUri: '/static-return' });
    await confirmForEverybody(await popup);
    expect(await app.result()).toMatchObject({ local: 'cleared' });
    await expect.poll(() => app.eventTypes()).toContain('serverSignOutConfirmed');

    expect(leaks(told, secrets)).toEqual([]);
    expect(told.lines.join('\n')).toMatch(/^entry app\.events .*popupOpened/m);
  });

  test('clearCache tells nobody a token, a code or a name', async ({ app }) => {
    await signIn(app);
    expect(await app.signOut('clearCache', { account: 'ada' })).toMatchObject({ local: 'cleared' });
    expect(await app.signOut('clearCache')).toMatchObject({ local: 'cleared' });

    expect(leaks(told, secrets)).toEqual([]);
    expect(told.lines.join('\n')).toMatch(/^entry app\.events .*accountsCleared/m);
  });
});
