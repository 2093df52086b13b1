// Installs the packages when they are missing or out of date. Import it first, or run it by itself.
import './require-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './is-installed.mjs';
import { npm } from './run.mjs';
import { WORKSPACE } from './workspace.mjs';

if (!isInstalled(WORKSPACE)) {
  console.log(
    existsSync(join(WORKSPACE, 'node_modules', '.package-lock.json'))
      ? 'Installing packages (package-lock.json has changed)…'
      : 'Installing packages (first run)…',
  );
  // The tools are development dependencies: install them under NODE_ENV=production, too.
  const code = await npm(['ci', '--include=dev', '--include=optional'], WORKSPACE);
  if (code !== 0) process.exit(code);
}
