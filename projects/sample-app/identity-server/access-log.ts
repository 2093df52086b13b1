import type { IncomingMessage, ServerResponse } from 'node:http';

export interface AccessLogEntry {
  readonly time: string;
  readonly method: string;
  /** Without the query, and without the ids that the provider puts in paths. */
  readonly path: string;
  /** `null` when the client left before there was an answer. */
  readonly status: number | null;
  /** Whose request it was, where that is known. */
  readonly sub: string | null;
  readonly hasToken: boolean;
  readonly closedByClient: boolean;
}

const CAPACITY = 1000;

/** Remembers who asked for what, for tests to look at; nothing in it can be used to sign in. */
export class AccessLog {
  readonly #subjects = new WeakMap<IncomingMessage, string>();
  #entries: readonly { readonly entry: AccessLogEntry; readonly userAgent: string }[] = [];

  /** What has been asked for, oldest first: by everybody, or by browsers that call themselves `userAgent`. */
  entries(userAgent: string | null): readonly AccessLogEntry[] {
    return this.#entries
      .filter((one) => userAgent === null || one.userAgent === userAgent)
      .map(({ entry }) => entry);
  }

  clear(): void {
    this.#entries = [];
  }

  /** Adds an entry once the response has ended, in whichever way. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const time = new Date().toISOString();
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    response.once('close', () => {
      const entry: AccessLogEntry = {
        time,
        method: request.method ?? 'GET',
        path: path.replace(/^\/(auth|interaction)\/.+/, '/$1/…'),
        status: response.headersSent ? response.statusCode : null,
        sub: this.#subjects.get(request) ?? null,
        hasToken: request.headers.authorization !== undefined,
        closedByClient: !response.writableFinished,
      };
      const userAgent = request.headers['user-agent'] ?? '';
      this.#entries = [...this.#entries, { entry, userAgent }].slice(-CAPACITY);
    });
  }

  /** Notes whose request it is. */
  identify(request: IncomingMessage, sub: string): void {
    this.#subjects.set(request, sub);
  }
}
