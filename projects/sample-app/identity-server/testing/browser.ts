/** Where a browser ended up: on a page of the server, or at an address of the app. */
export interface Stop {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** As much of a browser as the server needs: it keeps cookies, follows redirects and submits forms. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, Cookie>();

  /** @param origin the only one to be visited; a redirect elsewhere is where a visit ends */
  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookieNames(): readonly string[] {
    return [...new Set([...this.#cookies.keys()].map((key) => key.split(';', 1)[0] ?? ''))];
  }

  async visit(address: URL | string, form?: Readonly<Record<string, string>>): Promise<Stop> {
    const url = new URL(address, this.#origin);
    if (url.origin !== this.#origin) return { url, status: 0, html: '' };
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Accept: 'text/html', Cookie: this.#cookiesFor(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    response.headers.getSetCookie().forEach((header) => {
      this.#store(header);
    });
    const location = response.headers.get('Location');
    if (location !== null) return this.visit(new URL(location, url));
    return { url, status: response.status, html: await response.text() };
  }

  /** Submits the form on a page, with its hidden fields and the given ones. */
  submit({ url, html }: Stop, fields: Readonly<Record<string, string>>): Promise<Stop> {
    const [, action] = /<form[^>]* action="([^"]*)"/.exec(html) ?? [];
    const hidden = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    const hiddenFields = [...hidden].map(([, name = '', value = '']) => [name, value] as const);
    return this.visit(new URL(action ?? url, url), {
      ...Object.fromEntries(hiddenFields),
      ...fields,
    });
  }

  #cookiesFor({ pathname }: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(';', 1)[0] ?? ''}=${value}`)
      .join('; ');
  }

  #store(header: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    const [, path = '/'] = /; *path=([^;]*)/i.exec(header) ?? [];
    const [, expires] = /; *expires=([^;]*)/i.exec(header) ?? [];
    const key = `${name};${path}`;
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.#cookies.delete(key);
    else this.#cookies.set(key, { value, path });
  }
}
