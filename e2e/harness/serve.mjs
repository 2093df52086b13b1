// Serves small pages with real MSAL 3, 4 and 5 in them, and an identity server that knows these pages:
//   node e2e/harness/serve.mjs --port 4420 --identity-port 4430
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { untilAskedToStop } from '../../tools/asked-to-stop.mjs';
import { identityServer } from '../../tools/demo-servers.mjs';
import { ServerProcess } from '../../tools/server-process.mjs';
import { WORKSPACE } from '../../tools/workspace.mjs';

/** The pages, by path, each with the script that it loads. */
const PAGES = new Map([
  ['/v3/', 'v3'],
  ['/v3/signed-out', 'v3'],
  ['/v4/', 'v4'],
  ['/v4/signed-out', 'v4'],
  ['/v5/', 'v5'],
  ['/v5/signed-out', 'v5'],
  ['/v5/redirect', 'redirect-bridge'],
  ['/without-msal/', 'without-msal'],
  ['/without-msal/signed-out', 'without-msal'],
  ['/msal-angular', 'msal-angular'],
  ['/msal-angular/', 'msal-angular'],
  ['/msal-angular/signed-out', 'msal-angular'],
  ['/memory', 'memory'],
  ['/static-return', 'complete-logout'],
  ['/plain', undefined],
]);

/** Where a request is never answered. */
const NEVER = '/never';

/** Scripts that are not of the harness: the one that the package has for a static page. */
const SOURCES = new Map([
  ['complete-logout', 'projects/msal-logout/return-page/complete-logout.ts'],
]);

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4420' },
    'identity-port': { type: 'string', default: '4430' },
  },
});
const origin = `http://localhost:${values.port}`;
const identityServerUrl = `http://localhost:${values['identity-port']}`;
const spec = identityServer({
  port: Number(values.port),
  identityPort: Number(values['identity-port']),
});

const pages = servePages(await bundle());
const stop = untilAskedToStop();
const provider = new ServerProcess(
  { ...spec, args: [...spec.args, ...[...PAGES.keys()].flatMap((path) => ['--extra-path', path])] },
  { cwd: WORKSPACE, verbose: false },
);
void provider.answers().then(() => console.log(`Harness on ${origin}`));

const failure = await Promise.race([stop, provider.ended()]);
pages.close().closeAllConnections();
await provider.end();
if (failure !== undefined) {
  console.error(`${provider.takeUnseen()}\nThe identity server ended by itself (${failure}).`);
  process.exitCode = 1;
}

/**
 * Bundles the scripts from sources: the engine as it is in the workspace, MSAL as it is published.
 * @returns {Promise<Map<string, Uint8Array>>} by path
 */
async function bundle() {
  const scripts = [...new Set([...PAGES.values()].filter((script) => script !== undefined))];
  const { outputFiles } = await build({
    absWorkingDir: WORKSPACE,
    entryPoints: scripts.map((script) => SOURCES.get(script) ?? `e2e/harness/browser/${script}.ts`),
    tsconfig: 'tsconfig.json',
    outdir: '/',
    entryNames: '[name]',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    define: { IDENTITY_SERVER_URL: JSON.stringify(identityServerUrl) },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]));
}

/**
 * Any page with `?coop` in its address comes with a Cross-Origin-Opener-Policy.
 * @param {Map<string, Uint8Array>} scripts
 */
function servePages(scripts) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const script = scripts.get(pathname);
    if (script) {
      response.writeHead(200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'max-age=3600',
      });
      response.end(script);
    } else if (PAGES.has(pathname)) {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(searchParams.has('coop') && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
      });
      response.end(page(pathname, PAGES.get(pathname)));
    } else if (pathname !== NEVER) {
      response.writeHead(404).end();
    }
  });
  return server.listen(Number(values.port), 'localhost');
}

/**
 * @param {string} path
 * @param {string | undefined} script
 */
function page(path, script) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${path}</title>
    <link rel="icon" href="data:," />
    ${script ? `<script type="module" src="/${script}.js"></script>` : ''}
  </head>
  <body>
    <h1>${path}</h1>
  </body>
</html>
`;
}
