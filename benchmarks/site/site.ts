import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundlePages } from './bundle';

/** What serves the pages that are measured; on ports that are free. */
export interface Site {
  /** The address of the page with the script of that name; any path below is the same page. */
  page(name: string, path?: string): string;
  /** The address of the script by itself. */
  script(name: string): string;
  close(): void;
}

/** Serves a page for each script in `pages/` of `names`; `blank` is there without one. */
export async function serveSite(names: readonly string[]): Promise<Site> {
  const scripts = await bundlePages(names);
  const app = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname.slice(1));
    response.setHeader('Content-Type', script ? 'text/javascript; charset=utf-8' : 'text/html');
    if (script) response.setHeader('Cache-Control', 'max-age=3600');
    // The clock of an isolated page counts in microseconds. Popups need a page that is not.
    else if (!searchParams.has('popup')) isolate(response);
    response.end(script ?? html(pathname.split('/')[1] ?? ''));
  });
  const origin = await listen(app);
  return {
    page: (name, path = '') => `${origin}/${name}/${path}`,
    script: (name) => `${origin}/${name}.js`,
    close: () => app.close().closeAllConnections(),
  };
}

function isolate(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

function html(name: string): string {
  const script = name === 'blank' ? '' : `<script type="module" src="/${name}.js"></script>`;
  return `<!doctype html><meta charset="utf-8"><base href="/${name}/"><link rel="icon" href="data:,">${script}`;
}
