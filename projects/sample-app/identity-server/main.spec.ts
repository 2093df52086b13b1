/** @jest-environment node */
import { runMain, startServerProcess } from './testing/server-process';

// Every test starts a process or two.
jest.setTimeout(30_000);

describe('main', () => {
  it('answers on localhost and its address, and ends on SIGINT', async () => {
    const server = await startServerProcess();
    const { port } = new URL(server.issuer);

    for (const host of ['localhost', '127.0.0.1']) {
      const response = await fetch(`http://${host}:${port}/jwks`);
      expect(response.status).toBe(200);
    }

    expect(await server.stop()).toBe(0);
  });

  it('says which port is in use', async () => {
    const server = await startServerProcess();
    const { port } = new URL(server.issuer);

    const { code, stderr } = await runMain('--port', port);

    expect(code).toBe(1);
    expect(stderr).toMatch(`Identity server: port ${port} is already in use\n`);
    await server.stop();
  });

  it.each([
    { args: ['--port', '99999'], message: '--port takes a number from 0 to 65535, not "99999"' },
    {
      args: ['--app-origin', 'http://localhost:4200/app'],
      message: '--app-origin takes an origin like http://localhost:4200',
    },
    { args: ['--colour', 'red'], message: "Unknown option '--colour'" },
  ])('says what is wrong with $args', async ({ args, message }) => {
    const { code, stderr } = await runMain(...args);

    expect(code).toBe(1);
    expect(stderr).toContain(`Identity server: ${message}`);
  });
});
