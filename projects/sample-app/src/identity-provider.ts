/**
 * Where people sign in: the only file to change to run this app against a real tenant.
 *
 * Without a change it is the identity server in ../identity-server, which `npm start` starts as well.
 */
export interface IdentityProvider {
  /** The client id that the provider knows this app by. */
  readonly clientId: string;
  /** The address of the tenant; MSAL insists on https. */
  readonly authority: string;
  /** Hosts that MSAL may trust although it does not know them; needed for everything but Entra ID. */
  readonly knownAuthorities: readonly string[];
  /** `AAD` for Entra ID, External ID and B2C; `OIDC` for every other OpenID Connect provider. */
  readonly protocolMode: 'AAD' | 'OIDC';
  /** Where to read the discovery document before the app starts; without it MSAL reads it when it has to. */
  readonly discoveryDocumentUrl?: string | undefined;
  /** The API that `GET <url>/inbox` is sent to, and the scopes of the access token that goes with it. */
  readonly api: {
    readonly url: string;
    readonly scopes: readonly string[];
  };
}

/** Filled in by the build; see `define` in angular.json. */
declare const IDENTITY_SERVER_URL: string;

/** The identity server on this computer. It speaks plain http, which is why MSAL is given its discovery document. */
export const identityProvider: IdentityProvider = {
  clientId: 'sample-app',
  authority: IDENTITY_SERVER_URL.replace(/^http:/, 'https:'),
  knownAuthorities: [new URL(IDENTITY_SERVER_URL).host],
  protocolMode: 'OIDC',
  discoveryDocumentUrl: `${IDENTITY_SERVER_URL}/.well-known/openid-configuration`,
  api: { url: `${IDENTITY_SERVER_URL}/api`, scopes: ['inbox.read'] },
};

/*
A Microsoft Entra ID tenant instead. README.md says what to register there.

export const identityProvider: IdentityProvider = {
  clientId: '<Application (client) ID>',
  authority: 'https://login.microsoftonline.com/<Directory (tenant) ID>',
  knownAuthorities: [],
  protocolMode: 'AAD',
  api: { url: 'https://api.contoso.example', scopes: ['api://<client id of the API>/Inbox.Read'] },
};

Microsoft Entra External ID: the same, with
  authority: 'https://contoso.ciamlogin.com',
  knownAuthorities: ['contoso.ciamlogin.com'],

Azure AD B2C: the same, with the user flow in the authority
  authority: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_sign_in',
  knownAuthorities: ['contoso.b2clogin.com'],
*/
