import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { findFreePort, isFree, requireFree } from './ports.mjs';

it('tells a port that is in use from one that is free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  expect(await isFree(port)).toBe(false);
  await expect(requireFree(port, 'End it.')).rejects.toThrow(`Port ${port} is in use. End it.`);

  server.close();
  await once(server, 'close');
  expect(await isFree(port)).toBe(true);
  await expect(requireFree(port, 'End it.')).resolves.toBeUndefined();
});

it('finds a port that is free', async () => {
  expect(await isFree(await findFreePort())).toBe(true);
});
