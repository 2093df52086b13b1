import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { WORKSPACE } from '../../../tools/workspace.mjs';
import { bundle } from '../bundle.mjs';

/** Angular's compiler has to be there before anything of Angular. The script itself comes by the standard input. */
const ARGS = ['--import', '@angular/compiler', '--input-type=module', '-'];

/** @typedef {import('node:stream').Readable} Readable */

/** How long, in milliseconds, a process may take that renders one page: until nothing in it is open any more. */
const LIMIT = 100_000;

/** What the library tells the developer about a guarded page. */
const RENDERED = /^\[msal-logout\] A server renders .*RenderMode\.Client.*\n/;

/**
 * Renders pages on a server, each in a process of its own. One that writes anything beside the page, or does not end
 * by itself, is an error.
 * @param {string} identityServerUrl
 * @returns {Promise<(url: string, document: string) => Promise<string>>}
 */
export async function createRenderer(identityServerUrl) {
  const [[, script] = ['', new Uint8Array()]] = await bundle(
    ['e2e/harness/rendered/render.ts'],
    identityServerUrl,
    { platform: 'node', external: ['@angular/*', 'rxjs'] },
  );
  return async (url, document) => {
    const rendering = spawn(process.execPath, [...ARGS, url, document], {
      cwd: WORKSPACE,
      timeout: LIMIT,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    const [input, output, complaints, page] = rendering.stdio;
    input.end(script);
    const ended = new Promise((resolve) => rendering.once('exit', resolve));
    const [html, said, complained] = await Promise.all(
      [page, output, complaints].map((stream) => text(/** @type {Readable} */ (stream))),
    );
    const code = await ended;
    // Angular itself says that it is in development mode; the library, once, that a guarded page is rendered.
    const unexpected = said.replace(/^Angular .*\n/gm, '') + complained.replace(RENDERED, '');
    if (code !== 0 || unexpected) throw new Error(`Rendering ended with ${code}: ${unexpected}`);
    return html;
  };
}
