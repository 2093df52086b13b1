import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import type { Person } from '../pages/identity-server';
import { IdentityServerPages } from '../pages/identity-server';
import { RECONNECT } from '../reconnect';
import { HARNESS, HARNESS_IDENTITY_SERVER } from './addresses';

/** The identity server of the harness, without its pages: `request` shares its cookies with the browser. */
export class Provider {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** Begins a session for each of `people`, as if they had been picked on the sign-in page. */
  async signIn(people: readonly Person[]): Promise<void> {
    for (const person of people) {
      const interaction = locationOf(await this.#authorize({ prompt: 'login' }));
      const resume = await this.#request.post(interaction, {
        ...RECONNECT,
        form: { person },
        maxRedirects: 0,
      });
      await this.#request.get(locationOf(resume), { ...RECONNECT, maxRedirects: 0 });
    }
  }

  /**
   * Whether `person` has a session, which would sign them in without a question.
   * @see {@link https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest | OpenID Connect Core 1.0, section 3.1.2.1}
   */
  async knows(person: Person): Promise<boolean> {
    const response = await this.#authorize({ prompt: 'none', login_hint: person });
    const answer = new URL(locationOf(response)).searchParams;
    if (answer.has('code')) return true;
    if (answer.get('error') === 'login_required') return false;
    throw new Error(`The provider answers ${answer}`);
  }

  #authorize(params: Readonly<Record<string, string>>): Promise<APIResponse> {
    return this.#request.get(`${HARNESS_IDENTITY_SERVER}/auth`, {
      ...RECONNECT,
      maxRedirects: 0,
      params: {
        client_id: 'sample-app',
        response_type: 'code',
        scope: 'openid',
        redirect_uri: `${HARNESS}/plain`,
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
        ...params,
      },
    });
  }
}

/** Answers the provider's question whom to sign out, which it asks when the request names nobody. */
export async function confirmForEverybody(page: Page): Promise<void> {
  await page.getByTestId('op-everybody').click();
  await new IdentityServerPages(page).confirmSignOut();
}

function locationOf(response: APIResponse): string {
  return new URL(response.headers()['location'] ?? '', response.url()).href;
}
