import { once } from 'node:events';
import { createServer } from 'node:net';

/** `localhost` is either of these, depending on who asks. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Whether nothing listens on this port of localhost yet.
 * @param {number} port
 */
export async function isFree(port) {
  for (const host of LOOPBACK) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/**
 * @param {number} port
 * @param {string} remedy what the reader can do about it
 * @throws {Error} with one line for the reader, when something listens on the port
 */
export async function requireFree(port, remedy) {
  if (!(await isFree(port))) throw new Error(`Port ${port} is in use. ${remedy}`);
}

/**
 * A port of localhost that nothing listens on.
 * @returns {Promise<number>}
 */
export async function findFreePort() {
  const server = createServer().listen({ port: 0, host: LOOPBACK[0] });
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return (await isFree(port)) ? port : findFreePort();
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      // A machine without this address family has nobody listening on it either.
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
