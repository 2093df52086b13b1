import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSPACE } from '../../tools/workspace.mjs';

const FOLDER = join(WORKSPACE, 'e2e/litmus/page');

/**
 * The litmus pages as they are in the folder, by the path at which they are served.
 * @returns {Promise<Map<string, { type: string, content: Uint8Array }>>}
 */
export async function readLitmusPages() {
  const names = await readdir(FOLDER);
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const type = name.endsWith('.html') ? 'text/html' : 'text/javascript';
        const content = await readFile(join(FOLDER, name));
        return /** @type {const} */ ([
          `/litmus/${name}`,
          { type: `${type}; charset=utf-8`, content },
        ]);
      }),
    ),
  );
}
