/** Ports of their own, so that a running `npm start` is not in the way. */
export const APP_PORT = 4400;
export const IDENTITY_SERVER_PORT = 4410;

/** Where the sample app is. */
export const APP = `http://localhost:${APP_PORT}`;

/** Where the identity server is. */
export const IDENTITY_SERVER = `http://localhost:${IDENTITY_SERVER_PORT}`;
