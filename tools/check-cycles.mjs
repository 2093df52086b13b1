// Part of `npm run lint`: no file of the library imports itself, however far around.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import typescript from 'typescript';
import { WORKSPACE } from './workspace.mjs';

const LIBRARY = join(WORKSPACE, 'projects', 'msal-logout');

/** @type {Set<string>} */
const done = new Set();
/** @type {string[][]} */
const cycles = [];

for (const file of typescript.sys.readDirectory(LIBRARY, ['.ts'])) visit(file, []);

for (const cycle of cycles) {
  console.error(`Import cycle: ${cycle.map((file) => relative(LIBRARY, file)).join(' → ')}`);
}
process.exitCode = cycles.length === 0 ? 0 : 1;

/**
 * @param {string} file
 * @param {readonly string[]} path the files that led here
 */
function visit(file, path) {
  const start = path.indexOf(file);
  if (start >= 0) cycles.push([...path.slice(start), file]);
  if (start >= 0 || done.has(file)) return;
  for (const imported of relativeImports(file)) visit(imported, [...path, file]);
  done.add(file);
}

/** @param {string} file */
function relativeImports(file) {
  const { importedFiles } = typescript.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => `${join(dirname(file), fileName)}.ts`)
    .filter((imported) => existsSync(imported));
}
