import type { BrowserContext, Page } from '@playwright/test';

const NAMES = ['Ada Lovelace', 'ada@mail.example', 'Alan Turing', 'alan@mail.example'];

/** Everything of a browser that somebody else than its pages could see, as text. */
export interface Told {
  readonly lines: readonly string[];
  /** What is told of a token, a code or the name of a person. */
  leaks(): readonly string[];
  /** Every token and code that the provider has given out so far, and the names of people. */
  readonly secrets: ReadonlySet<string>;
  /** Begins anew; the secrets stay what they are. */
  clear(): void;
}

/**
 * Notes every address that is asked for, every log line, message to other tabs, and entry in the storages.
 * @param known secrets of a browser before
 */
export async function listen(context: BrowserContext, known: Iterable<string> = []): Promise<Told> {
  const lines: string[] = [];
  const secrets = secretsOf(context, known);
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
    leaks: () => lines.filter((line) => formsOf(secrets).some((form) => line.includes(form))),
    secrets,
    clear: () => {
      lines.length = 0;
    },
  };
}

function secretsOf(context: BrowserContext, known: Iterable<string>): ReadonlySet<string> {
  const secrets = new Set([...NAMES, ...known]);
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
      })
      // A page that is closed takes its answers along.
      .catch(() => undefined);
  });
  return secrets;
}

/** The forms in which an address or a JSON text has the secrets. */
function formsOf(secrets: ReadonlySet<string>): readonly string[] {
  return [...secrets].flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
  ]);
}
