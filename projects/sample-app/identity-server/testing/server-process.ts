import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

export interface ServerProcess {
  readonly issuer: string;
  readonly appOrigin: string;
  /** Ends the process as Ctrl+C does, and tells how it ended. */
  stop(): Promise<number | null>;
}

const MAIN = join(__dirname, '..', 'main.ts');

/** Starts the server as `npm start` does, on a port of its own. Jest itself cannot load oidc-provider. */
export async function startServerProcess(): Promise<ServerProcess> {
  const appOrigin = 'http://localhost:4399';
  const server = spawnMain('--port', '0', '--app-origin', appOrigin);
  const exited = once(server, 'exit');
  server.stderr.resume();
  for await (const line of createInterface(server.stdout)) {
    const [issuer] = /http:\/\/localhost:\d+$/.exec(line) ?? [];
    if (issuer === undefined) continue;
    return {
      issuer,
      appOrigin,
      stop: async () => {
        server.kill('SIGINT');
        const [code] = (await exited) as [number | null];
        return code;
      },
    };
  }
  throw new Error('the identity server ended before it listened');
}

/** Runs the server with arguments that make it end by itself. */
export async function runMain(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const server = spawnMain(...args);
  const [exit, stderr] = await Promise.all([once(server, 'exit'), text(server.stderr)]);
  const [code] = exit as [number | null];
  return { code, stderr };
}

function spawnMain(...args: readonly string[]) {
  return spawn(process.execPath, ['-r', 'esbuild-register', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
