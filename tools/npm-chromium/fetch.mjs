// Fetches a Chromium from the npm registry, for a Linux on x64 that has no browser and cannot download Playwright's.
// The lock file beside this script pins it, and npm checks what it gets against the hash there.
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../run.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const PACKAGE = join(FOLDER, 'node_modules', '@sparticuz', 'chromium');
const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
const BROWSER = join(FOLDER, 'node_modules', `chromium-${dependencies['@sparticuz/chromium']}`);
const UNPACKING = `${BROWSER}.part`;

/** The headless shell, and the libraries and fonts that a machine without a browser may lack. */
const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${asXml(join(BROWSER, 'fonts-cache'))}</cachedir>
</fontconfig>
`;

/** Starts the browser with its own libraries and fonts, without affecting other programs. */
const START = `#!/bin/sh
here=\${0%/*}
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const code = await npm(['ci', '--ignore-scripts', '--loglevel=error'], FOLDER);
if (code !== 0) process.exit(code);

rmSync(UNPACKING, { recursive: true, force: true });
mkdirSync(UNPACKING);
// The package unpacks into this folder.
process.env['TMPDIR'] = UNPACKING;
const { inflate } = await import(join(PACKAGE, 'build', 'index.js'));
await Promise.all(ARCHIVES.map((archive) => inflate(join(PACKAGE, 'bin', archive))));
writeFileSync(join(UNPACKING, 'fonts.conf'), FONTS);
writeFileSync(join(UNPACKING, 'start'), START);
chmodSync(join(UNPACKING, 'start'), 0o755);
renameSync(UNPACKING, BROWSER);

/** @param {string} text */
function asXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
