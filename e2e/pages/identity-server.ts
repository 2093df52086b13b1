import type { APIRequestContext, Page } from '@playwright/test';
import { IDENTITY_SERVER } from '../addresses';
import { RECONNECT } from '../reconnect';

export type Person = 'ada' | 'alan';

/** The pages of the identity server, as a person sees them. */
export class IdentityServerPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Signs in with one click. */
  async pick(person: Person): Promise<void> {
    await this.#page.getByTestId(`op-user-${person}`).click();
  }

  get signedInUsers() {
    return this.#page.getByTestId('op-signed-in-user');
  }

  async confirmSignOut(): Promise<void> {
    await this.#page.getByTestId('op-sign-out-confirm').click();
  }

  async cancelSignOut(): Promise<void> {
    await this.#page.getByTestId('op-sign-out-cancel').click();
  }
}

/**
 * Asks the provider, with the cookies of `request`, whether it would sign `person` in without asking.
 * @returns `signed_in`, or the error of the authorization response, such as `login_required`.
 * @see {@link https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest | OpenID Connect Core 1.0, section 3.1.2.1}
 */
export async function askSilently(
  request: APIRequestContext,
  redirectUri: string,
  person?: Person,
  identityServer = IDENTITY_SERVER,
): Promise<string> {
  const response = await request.get(`${identityServer}/auth`, {
    ...RECONNECT,
    maxRedirects: 0,
    params: {
      client_id: 'sample-app',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      prompt: 'none',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...(person && { login_hint: person }),
    },
  });
  const answer = new URL(response.headers()['location'] ?? '').searchParams;
  return answer.has('code') ? 'signed_in' : (answer.get('error') ?? 'no answer');
}
