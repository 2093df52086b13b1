import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What an application gets that uses all of an entry point, peers excluded. */
const ENTRY_POINTS = {
  'the whole library': 'msal-logout.mjs',
  'the engine alone': 'msal-logout-engine.mjs',
};

/**
 * Bytes, minified and gzipped, of what the built package adds to an application.
 * @param {string} folder where the package is
 * @returns {Promise<Record<string, number>>}
 */
export async function measureSizes(folder) {
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const [what, file] of Object.entries(ENTRY_POINTS)) {
    sizes[what] = await bundledSize(join(folder, 'fesm2022', file), folder);
  }
  sizes['the return page'] = gzipped(readFileSync(join(folder, 'return-page/complete-logout.js')));
  return sizes;
}

/**
 * @param {string} entryPoint
 * @param {string} folder
 */
async function bundledSize(entryPoint, folder) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    alias: { 'msal-logout/engine': join(folder, 'fesm2022/msal-logout-engine.mjs') },
    external: ['@angular/*', 'rxjs', 'rxjs/*'],
    define: { ngDevMode: 'false', ngJitMode: 'false' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('esbuild has written nothing.');
  return gzipped(bundle.contents);
}

/** @param {Uint8Array} contents */
function gzipped(contents) {
  return gzipSync(contents, { level: 9 }).length;
}
