import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './browser';
import type { Stop } from './browser';

export interface TokenResponse {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly error?: string;
}

type Parameters = Readonly<Record<string, string>>;

const SCOPE = 'openid profile email offline_access inbox.read';

/** Does what MSAL does in the sample app, in a browser of its own. */
export class SampleAppClient {
  readonly browser: Browser;
  readonly #verifier = randomBytes(32).toString('base64url');

  constructor(
    readonly issuer: string,
    readonly appOrigin: string,
  ) {
    this.browser = new Browser(issuer);
  }

  /** Sends an authorization request and stops at the app, or at a page that asks something. */
  authorize(parameters: Parameters = {}): Promise<Stop> {
    const query = new URLSearchParams({
      client_id: 'sample-app',
      response_type: 'code',
      redirect_uri: `${this.appOrigin}/redirect`,
      scope: SCOPE,
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return this.browser.visit(`/auth?${query.toString()}`);
  }

  /** Signs a person in through the page, whoever is signed in already. */
  async signIn(person: string): Promise<TokenResponse> {
    const page = await this.authorize({ prompt: 'select_account' });
    return this.redeem(await this.browser.submit(page, { person }));
  }

  /** The outcome of an authorization request with `prompt=none`: an error code, or whose session answered. */
  async silently(parameters: Parameters): Promise<string> {
    const stop = await this.authorize({ prompt: 'none', ...parameters });
    const error = stop.url.searchParams.get('error');
    return error ?? String(readIdToken(await this.redeem(stop))['sub']);
  }

  redeem({ url }: Stop): Promise<TokenResponse> {
    return this.#askForTokens({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: `${this.appOrigin}/redirect`,
      code_verifier: this.#verifier,
    });
  }

  refresh({ refresh_token }: TokenResponse): Promise<TokenResponse> {
    return this.#askForTokens({ grant_type: 'refresh_token', refresh_token, scope: SCOPE });
  }

  /** Sends a sign-out request that returns to the app. */
  signOut(parameters: Parameters = {}): Promise<Stop> {
    const query = new URLSearchParams({
      client_id: 'sample-app',
      post_logout_redirect_uri: `${this.appOrigin}/signed-out`,
      state: 'back & forth',
      ...parameters,
    });
    return this.browser.visit(`/session/end?${query.toString()}`);
  }

  callApi(path: string, token?: string, init?: RequestInit): Promise<Response> {
    return fetch(this.issuer + path, {
      ...init,
      headers: {
        Origin: this.appOrigin,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    });
  }

  async #askForTokens(parameters: Parameters): Promise<TokenResponse> {
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'sample-app', ...parameters }),
    });
    return (await response.json()) as TokenResponse;
  }
}

export function readIdToken({ id_token }: TokenResponse): Readonly<Record<string, unknown>> {
  const payload = Buffer.from(id_token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as Readonly<Record<string, unknown>>;
}
