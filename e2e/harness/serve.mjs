// Serves small pages with real MSAL 3, 4 and 5 in them, an identity server that knows these pages, the litmus pages,
// and blank pages on another origin:
//   node e2e/harness/serve.mjs --port 4420 --identity-port 4430 --other-port 4425
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { untilAskedToStop } from '../../tools/asked-to-stop.mjs';
import { identityServer } from '../../tools/demo-servers.mjs';
import { ServerProcess } from '../../tools/server-process.mjs';
import { WORKSPACE } from '../../tools/workspace.mjs';
import { readLitmusPages } from '../litmus/read-pages.mjs';
import { bundle } from './bundle.mjs';
import { createRenderer } from './rendered/create-renderer.mjs';

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
  ['/memory', 'memory'],
  ['/static-return', 'complete-logout'],
  ['/plain', undefined],
]);

/** Where a request is never answered. */
const NEVER = '/never';

/** Applications with routes: the path that theirs begin with, each with the scripts that it loads. */
const APPLICATIONS = new Map([
  ['/msal-angular/v5/', ['compiler', 'msal-angular']],
  ['/msal-angular/v6/', ['compiler', 'msal-angular.v6']],
  ['/rendered/v5/', ['compiler', 'hydrate']],
  ['/router/v3/', ['compiler', 'router-v3']],
  ['/router/v4/', ['compiler', 'router-v4']],
  ['/router/v5/', ['compiler', 'router-v5']],
  ['/router-with-zone/v5/', ['zone', 'compiler', 'router-v5.with-zone']],
]);

/** Scripts that are not of the harness: the one that the package has for a static page. */
const SOURCES = new Map([
  ['complete-logout', 'projects/msal-logout/return-page/complete-logout.ts'],
]);

const BROWSER = 'e2e/harness/browser';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4420' },
    'identity-port': { type: 'string', default: '4430' },
    'other-port': { type: 'string', default: '4425' },
  },
});
const origin = `http://localhost:${values.port}`;
const identityServerUrl = `http://localhost:${values['identity-port']}`;

/** As strict as it can be: MSAL fetches tokens and opens hidden frames that come back here; nothing needs a Trusted Types policy. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `connect-src ${identityServerUrl}`,
  `frame-src 'self' ${identityServerUrl}`,
  'img-src data:', // the icon of the pages
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
const spec = identityServer({
  port: Number(values.port),
  identityPort: Number(values['identity-port']),
});

const renderer = await createRenderer(identityServerUrl);
const litmusPages = await readLitmusPages();
const servers = [servePages(await bundleAll()), serveBlankPages()];
const stop = untilAskedToStop();
const provider = new ServerProcess(
  { ...spec, args: [...spec.args, ...extraPaths().flatMap((path) => ['--extra-path', path])] },
  { cwd: WORKSPACE, verbose: false },
);
void provider.answers().then(() => console.log(`Harness on ${origin}`));

const failure = await Promise.race([stop, provider.ended()]);
for (const server of servers) server.close().closeAllConnections();
await provider.end();
if (failure !== undefined) {
  console.error(`${provider.takeUnseen()}\nThe identity server ended by itself (${failure}).`);
  process.exitCode = 1;
}

/**
 * All scripts of all pages.
 * @returns {Promise<Map<string, Uint8Array>>} by path
 */
async function bundleAll() {
  const scripts = [...new Set([...PAGES.values()].filter((script) => script !== undefined))];
  const sources = scripts.map((script) => SOURCES.get(script) ?? `${BROWSER}/${script}.ts`);
  const routers = ['v3', 'v4', 'v5'].map((major) => `${BROWSER}/router/router-${major}.ts`);
  const bundles = await Promise.all([
    bundle(sources, identityServerUrl),
    bundle([`${BROWSER}/msal-angular.ts`], identityServerUrl),
    bundle(['e2e/harness/rendered/hydrate.ts'], identityServerUrl),
    bundle([`${BROWSER}/msal-angular.ts`], identityServerUrl, {
      entryNames: '[name].v6',
      alias: { '@azure/msal-angular': 'msal-angular-6' },
    }),
    // What is loaded lazily is in files of its own.
    bundle(routers, identityServerUrl, { splitting: true }),
    // Angular's compiler has to be there before anything of Angular, in whichever file that is.
    bundle(['zone.js', '@angular/compiler'], identityServerUrl),
    // As Angular's build does where zone.js is, which cannot follow native async functions.
    bundle([`${BROWSER}/router/router-v5.ts`], identityServerUrl, {
      entryNames: '[name].with-zone',
      supported: { 'async-await': false },
    }),
  ]);
  return new Map(bundles.flat());
}

/**
 * Any page with `?coop` in its address comes with a Cross-Origin-Opener-Policy. From one with `?csp` on, all pages
 * in this browser come with a Content-Security-Policy, also those that a redirect leads to.
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
      return;
    }
    const litmusPage = litmusPages.get(pathname);
    if (litmusPage) {
      response.writeHead(200, { 'Content-Type': litmusPage.type }).end(litmusPage.content);
      return;
    }
    if (pathname === NEVER) return;
    if (pathname.startsWith('/rendered/')) {
      renderer(`${origin}${pathname}`, page(pathname, scriptsOf(pathname) ?? [])).then(
        (html) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html),
        (error) => response.writeHead(500).end(String(error)),
      );
      return;
    }
    const loaded = scriptsOf(pathname);
    if (!loaded) {
      response.writeHead(404).end();
      return;
    }
    const csp = searchParams.has('csp') || request.headers.cookie?.includes('harness-csp');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(searchParams.has('coop') && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
      ...(csp && {
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'Set-Cookie': 'harness-csp=on; HttpOnly',
      }),
    });
    response.end(page(pathname, loaded));
  });
  return server.listen(Number(values.port), 'localhost');
}

/** Where sign-ins and sign-outs may return to. */
function extraPaths() {
  const applications = [...APPLICATIONS.keys()].flatMap((path) => [path, `${path}signed-out`]);
  return [...PAGES.keys(), ...applications, NEVER];
}

/**
 * The scripts of the page at `path`; of any path in an application those of the application.
 * @param {string} path
 */
function scriptsOf(path) {
  if (PAGES.has(path)) return [PAGES.get(path) ?? []].flat();
  for (const [base, scripts] of APPLICATIONS) if (path.startsWith(base)) return scripts;
  return undefined;
}

/** For pages of somebody else, on `localhost` and on `127.0.0.1`: tests give them what they do. */
function serveBlankPages() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page('somebody else', []));
  });
  return server.listen(Number(values['other-port']), '127.0.0.1');
}

/**
 * @param {string} path
 * @param {string[]} scripts
 */
function page(path, scripts) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${path}</title>
    <link rel="icon" href="data:," />
    ${scripts.map((script) => `<script type="module" src="/${script}.js"></script>`).join('')}
  </head>
  <body>
    <h1>${path}</h1>
    ${path.startsWith('/rendered/') ? '<app-root></app-root>' : ''}
  </body>
</html>
`;
}
