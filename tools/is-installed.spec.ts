import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isInstalled } from './is-installed.mjs';

const RXJS = { 'node_modules/rxjs': { version: '7.8.2', integrity: 'sha512-a' } };
const FOR_ANOTHER_PLATFORM = { 'node_modules/fsevents': { version: '2.3.3', optional: true } };

type Packages = Record<string, object>;

/** A workspace with these packages in its lock file, and those installed. */
function setupWorkspace(locked: Packages, installed?: Packages): string {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  workspaces.push(workspace);
  const write = (file: string, content: object): void => {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), JSON.stringify(content));
  };
  write('package-lock.json', { packages: { '': { name: 'workspace' }, ...locked } });
  if (!installed) return workspace;
  write('node_modules/.package-lock.json', { packages: installed });
  for (const path of Object.keys(installed)) write(`${path}/package.json`, {});
  return workspace;
}

const workspaces: string[] = [];
afterAll(() => {
  for (const workspace of workspaces) rmSync(workspace, { recursive: true });
});

describe('an installation', () => {
  it('is complete with all packages but those for other platforms', () => {
    const locked = { ...RXJS, ...FOR_ANOTHER_PLATFORM };
    expect(isInstalled(setupWorkspace(locked, RXJS))).toBe(true);
  });

  it('may have more than is asked for', () => {
    expect(isInstalled(setupWorkspace({}, RXJS))).toBe(true);
  });

  it('is missing in a fresh clone', () => {
    expect(isInstalled(setupWorkspace(RXJS))).toBe(false);
  });

  it.each([
    { what: 'lacks a package', installed: {} },
    {
      what: 'has another version',
      installed: { 'node_modules/rxjs': { version: '7.8.1', integrity: 'sha512-a' } },
    },
    {
      what: 'has other content',
      installed: { 'node_modules/rxjs': { version: '7.8.2', integrity: 'sha512-b' } },
    },
  ])('is out of date when it $what', ({ installed }) => {
    expect(isInstalled(setupWorkspace(RXJS, installed))).toBe(false);
  });

  it('is out of date when a folder was deleted', () => {
    const workspace = setupWorkspace(RXJS, RXJS);
    rmSync(join(workspace, 'node_modules/rxjs'), { recursive: true });
    expect(isInstalled(workspace)).toBe(false);
  });
});
