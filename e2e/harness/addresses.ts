/** Ports of their own: the harness runs beside the sample app, with an identity server of its own. */
export const HARNESS_PORT = 4420;
export const HARNESS_IDENTITY_SERVER_PORT = 4430;
export const OTHER_ORIGIN_PORT = 4425;

/** The client that the pages of the harness are. */
export const CLIENT_ID = 'sample-app';

/** Where the pages of the harness are. */
export const HARNESS = `http://localhost:${HARNESS_PORT}`;

/** Where the identity server of the harness is. */
export const HARNESS_IDENTITY_SERVER = `http://localhost:${HARNESS_IDENTITY_SERVER_PORT}`;

/** Where somebody else has pages: another origin on the same site, and one on another site. */
export const OTHER_ORIGINS = {
  'on the same site': `http://localhost:${OTHER_ORIGIN_PORT}`,
  'on another site': `http://127.0.0.1:${OTHER_ORIGIN_PORT}`,
} as const;
