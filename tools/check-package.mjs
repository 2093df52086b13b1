// What `npm run build:lib` has written, against what is agreed on: its public API and its sizes, both in goldens/.
//   node tools/check-package.mjs             fails when something has changed
//   node tools/check-package.mjs --update    agrees to what there is now
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSizes } from './measure-sizes.mjs';
import { publicApi } from './public-api.mjs';
import { WORKSPACE } from './workspace.mjs';

const PACKAGE = join(WORKSPACE, 'dist', 'msal-logout');
const GOLDENS = join(WORKSPACE, 'goldens');

/** The same text is not of the same size with every version of zlib. */
const TOLERANCE = 1.005;

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
if (!existsSync(PACKAGE)) {
  console.error('There is no dist/msal-logout. Run "npm run build:lib" first.');
  process.exit(1);
}

/** @type {Map<string, string>} */
const apis = new Map();
for (const name of readdirSync(join(PACKAGE, 'types'))) {
  apis.set(name, await publicApi(readFileSync(join(PACKAGE, 'types', name), 'utf8')));
}
const sizes = await measureSizes(PACKAGE);
console.table(sizes);

if (values.update) {
  mkdirSync(GOLDENS, { recursive: true });
  for (const [name, api] of apis) writeFileSync(join(GOLDENS, name), api);
  writeFileSync(join(GOLDENS, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
} else {
  const agreed = JSON.parse(readGolden('sizes.json') ?? '{}');
  const changed = [...apis].filter(([name, api]) => api !== readGolden(name));
  const grown = Object.entries(sizes).filter(([what, size]) => !(size <= agreed[what] * TOLERANCE));
  for (const [name, api] of changed)
    console.error(`The API is not that of goldens/${name}:\n${api}`);
  for (const [what, size] of grown)
    console.error(`${what}: ${size} B, agreed are ${agreed[what]} B`);
  if (changed.length + grown.length > 0) {
    console.error(
      'If that is meant: npm run check:package -- --update, with a reason in the commit.',
    );
    process.exitCode = 1;
  }
}

/** @param {string} name */
function readGolden(name) {
  const path = join(GOLDENS, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
