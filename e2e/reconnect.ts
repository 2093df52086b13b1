/** For a request of a test: a connection that the server has just closed for being idle is opened anew, as browsers do. */
export const RECONNECT = { maxRetries: 1 } as const;
