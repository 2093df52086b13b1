/** Ports of their own: the harness runs beside the sample app, with an identity server of its own. */
export const HARNESS_PORT = 4420;
export const HARNESS_IDENTITY_SERVER_PORT = 4430;

/** Where the pages of the harness are. */
export const HARNESS = `http://localhost:${HARNESS_PORT}`;

/** Where the identity server of the harness is. */
export const HARNESS_IDENTITY_SERVER = `http://localhost:${HARNESS_IDENTITY_SERVER_PORT}`;
