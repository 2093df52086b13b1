// Adds to the built package what Angular's packager does not: the script of a static return page, which is held to
// its size, the licence and the changelog. And has the file packed that makes CommonJS of the schematics.
import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { WORKSPACE } from './workspace.mjs';

const LIMIT = 2_500;
const PACKAGE = join(WORKSPACE, 'dist/msal-logout');

const { outputFiles } = await build({
  entryPoints: [join(WORKSPACE, 'projects/msal-logout/return-page/complete-logout.ts')],
  outfile: join(PACKAGE, 'return-page/complete-logout.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  write: false,
  tsconfig: join(WORKSPACE, 'tsconfig.json'),
});
const [script] = outputFiles;
if (!script) throw new Error('esbuild has written nothing.');
const size = gzipSync(script.contents, { level: 9 }).length;
console.log(
  `return page: ${script.contents.length} B minified, ${size} B gzipped, limit ${LIMIT} B`,
);
if (size > LIMIT) process.exit(1);
mkdirSync(dirname(script.path), { recursive: true });
writeFileSync(script.path, script.contents);

appendFileSync(join(PACKAGE, '.npmignore'), '\n!/schematics/package.json\n');
for (const file of ['LICENSE', 'CHANGELOG.md'])
  copyFileSync(join(WORKSPACE, file), join(PACKAGE, file));
