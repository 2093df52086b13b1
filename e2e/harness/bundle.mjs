import { basename } from 'node:path';
import { build } from 'esbuild';
import { WORKSPACE } from '../../tools/workspace.mjs';

/** @typedef {Omit<import('esbuild').BuildOptions, 'write'>} Options */

/**
 * Bundles scripts from sources: the library as it is in the workspace, MSAL as it is published.
 * @param {string[]} entryPoints
 * @param {string} identityServerUrl
 * @param {Options} [options] what is to be otherwise than for the other scripts
 * @returns {Promise<[string, Uint8Array][]>} by path
 */
export async function bundle(entryPoints, identityServerUrl, options) {
  const { outputFiles } = await build({
    absWorkingDir: WORKSPACE,
    entryPoints,
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
    ...options,
  });
  return outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]);
}
