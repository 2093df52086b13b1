import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for.
 *
 * npm writes node_modules/.package-lock.json when it has finished, so a broken-off installation has none.
 * Packages for another platform are in the lock only; they are optional. What was installed besides
 * is nobody's business.
 * @param {string} workspace
 */
export function isInstalled(workspace) {
  const wanted = readPackages(join(workspace, 'package-lock.json'));
  const installed = readPackages(join(workspace, 'node_modules', '.package-lock.json'));
  return [...wanted]
    .filter(([path]) => path !== '')
    .every(([path, entry]) => {
      const found = installed.get(path);
      if (!found) return entry.optional === true;
      return isSame(entry, found) && existsSync(join(workspace, path, 'package.json'));
    });
}

/** @typedef {{ version?: string; integrity?: string; optional?: boolean }} LockEntry */

/**
 * @param {LockEntry} wanted
 * @param {LockEntry} found
 */
function isSame(wanted, found) {
  return wanted.version === found.version && wanted.integrity === found.integrity;
}

/**
 * @param {string} lockFile
 * @returns {Map<string, LockEntry>} by path; empty when there is no such file
 */
function readPackages(lockFile) {
  if (!existsSync(lockFile)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages));
}
