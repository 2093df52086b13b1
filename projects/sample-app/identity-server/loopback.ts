import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port of this machine that nobody else can reach. */
export interface Loopback {
  readonly port: number;
  serve(listener: RequestListener): void;
  /** Stops listening and ends the connections that are open. */
  close(): void;
}

/**
 * Listens on both loopback addresses, since a browser may take either for `localhost`.
 *
 * @param port `0` for any that is free
 * @throws the error of `listen()`, such as `EADDRINUSE`; a machine without IPv6 is no error
 */
export async function listenOnLoopback(port: number): Promise<Loopback> {
  const first = await listen(port, '127.0.0.1');
  const actualPort = (first.address() as AddressInfo).port;
  const second = await listen(actualPort, '::1').catch((error: unknown) => {
    if (isMissingAddress(error)) return undefined;
    first.close();
    throw error;
  });
  const servers = second ? [first, second] : [first];
  return {
    port: actualPort,
    serve: (listener) => {
      for (const server of servers) server.on('request', listener);
    },
    close: () => {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

function listen(port: number, host: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      resolve(server);
    });
  });
}

function isMissingAddress(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}
