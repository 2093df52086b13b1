import { parseArgs } from 'node:util';
import { createIdentityServer } from './identity-server';
import { listenOnLoopback } from './loopback';

interface Arguments {
  readonly port: number;
  readonly appOrigin: string;
  readonly extraPaths: readonly string[];
}

/** @throws an error whose message is meant for the person who typed the arguments */
function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4210' },
      'app-origin': { type: 'string', default: 'http://localhost:4200' },
      'extra-path': { type: 'string', multiple: true, default: [] },
    },
  });
  const { port, 'app-origin': appOrigin, 'extra-path': extraPaths } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${port}"`);
  }
  if (
    !/^https?:/.test(appOrigin) ||
    !URL.canParse(appOrigin) ||
    new URL(appOrigin).origin !== appOrigin
  ) {
    throw new Error(`--app-origin takes an origin like http://localhost:4200, not "${appOrigin}"`);
  }
  return { port: Number(port), appOrigin, extraPaths };
}

async function start(): Promise<void> {
  const { port, appOrigin, extraPaths } = readArguments();
  const loopback = await listenOnLoopback(port);
  const issuer = `http://localhost:${String(loopback.port)}`;
  loopback.serve(createIdentityServer({ issuer, appOrigin, extraPaths }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      loopback.close();
      process.exit();
    });
  }
  console.log(`Identity server for ${appOrigin} listens on ${issuer}`);
}

function explain(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  return code === 'EADDRINUSE' ? `port ${String(port)} is already in use` : message;
}

start().catch((error: unknown) => {
  console.error(`Identity server: ${explain(error)}`);
  process.exit(1);
});
