// `npm run test:types`: type-checks every part of the workspace, templates included.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { WORKSPACE } from './workspace.mjs';

const TYPESCRIPT = 'node_modules/typescript/bin/tsc';
/** Checks templates, too. */
const ANGULAR = 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js';

const PROJECTS = [
  { tsconfig: 'projects/msal-logout/tsconfig.lib.json', compiler: ANGULAR },
  { tsconfig: 'projects/msal-logout/tsconfig.spec.json', compiler: TYPESCRIPT },
  { tsconfig: 'projects/msal-logout/tsconfig.schematics.json', compiler: TYPESCRIPT },
  { tsconfig: 'projects/msal-logout/tsconfig.schematics.spec.json', compiler: TYPESCRIPT },
  { tsconfig: 'projects/sample-app/tsconfig.app.json', compiler: ANGULAR },
  { tsconfig: 'projects/sample-app/tsconfig.spec.json', compiler: TYPESCRIPT },
  { tsconfig: 'tsconfig.tools.json', compiler: TYPESCRIPT },
];

/** @type {string[]} */
const failed = [];
for (const { tsconfig, compiler } of PROJECTS) {
  const code = await run(process.execPath, [compiler, '-p', tsconfig, '--noEmit'], WORKSPACE);
  console.log(`${code === 0 ? '✓' : '✗'} ${tsconfig}`);
  if (code !== 0) failed.push(tsconfig);
}

const reports = join(WORKSPACE, 'reports');
mkdirSync(reports, { recursive: true });
writeFileSync(
  join(reports, 'types.json'),
  JSON.stringify({ passed: PROJECTS.length - failed.length, failed }),
);
process.exitCode = failed.length === 0 ? 0 : 1;
