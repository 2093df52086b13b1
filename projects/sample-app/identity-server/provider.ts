import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider, { interactionPolicy } from 'oidc-provider';
import type {
  Account,
  AuthorizationCode,
  Configuration,
  Grant,
  JWK,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { allowOnlyOrigin } from './app-origin';
import { showErrorPage } from './error-page';
import { MemoryAdapter } from './memory-adapter';
import { findPerson } from './people';
import { onePersonPerSession } from './person-sessions';
import { GRANTED_SCOPES, INBOX_SCOPE, sampleClient } from './sample-client';
import { INTERACTION_PATH, signIn } from './sign-in';
import { signOut } from './sign-out';
import { showSignedOutPage } from './sign-out-page';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface ProviderOptions {
  readonly issuer: string;
  readonly appOrigin: string;
  /** Registered for the app besides its own, for tests with pages that the app does not have. */
  readonly extraPaths?: readonly string[] | undefined;
}

/** The OpenID provider of the sample app, with all its state in memory. */
export function createProvider({ issuer, appOrigin, extraPaths }: ProviderOptions): Provider {
  const provider = new Provider(issuer, configuration(appOrigin, extraPaths));
  provider.use(allowOnlyOrigin(appOrigin));
  provider.use(onePersonPerSession(provider));
  provider.use(signIn(provider, appOrigin));
  provider.use(signOut(provider, appOrigin));
  return provider;
}

function configuration(
  appOrigin: string,
  extraPaths: readonly string[] | undefined,
): Configuration {
  return {
    adapter: () => new MemoryAdapter(),
    clients: [sampleClient(appOrigin, extraPaths)],
    jwks: { keys: [createSigningKey()] },
    clientBasedCORS: (_ctx, origin) => origin === appOrigin,
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    scopes: ['openid', 'offline_access', INBOX_SCOPE],
    claims: {
      openid: ['sub', 'sid', 'login_hint'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        // Replaced by the sign-out middleware, which knows of several people.
        logoutSource: () => undefined,
        postLogoutSuccessSource: (ctx) => {
          showSignedOutPage(ctx, appOrigin);
        },
      },
    },
    interactions: {
      policy: promptPolicy(),
      url: (_ctx, { uid }) => INTERACTION_PATH + uid,
    },
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: DAY,
      Grant: DAY,
      Session: DAY,
    },
    findAccount,
    loadExistingGrant,
    issueRefreshToken: () => true,
    // One refresh token serves several tabs at once. If each use replaced it, the slower tab would present
    // a used one, and oidc-provider would answer that by revoking the whole grant.
    rotateRefreshToken: false,
    // Signing out ends what was issued in that session, and nothing else.
    expiresWithSession: () => true,
    renderError: (ctx, { error, error_description }) => {
      showErrorPage(ctx, { error, description: error_description, appOrigin });
    },
  };
}

function createSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}

function promptPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  for (const name of ['select_account', 'create']) {
    policy.add(new interactionPolicy.Prompt({ name, requestable: true }));
  }
  return policy;
}

function findAccount(_ctx: KoaContextWithOIDC, sub: string, token?: object): Account | undefined {
  const person = findPerson(sub);
  if (!person) return undefined;
  const { id, name, email } = person;
  const sid = (token as Partial<AuthorizationCode> | undefined)?.sessionUid;
  return {
    accountId: id,
    claims: () => ({ sub: id, sid, login_hint: id, name, preferred_username: email, email }),
  };
}

/** Stands in for a consent screen: a first-party client has everything granted. */
async function loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, params, provider, session } = ctx.oidc;
  if (!client || !params || !session?.accountId) return undefined;

  // oidc-provider takes this scope out of requests without a consent screen, yet MSAL names it again
  // whenever it refreshes, and a refresh may not ask for more than the sign-in did.
  params['scope'] = `${String(params['scope'])} offline_access`;

  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  if (existing) return existing;

  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope([...GRANTED_SCOPES]);
  await grant.save();
  return grant;
}
