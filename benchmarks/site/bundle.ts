import { transformAsync } from '@babel/core';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const WORKSPACE = join(__dirname, '../..');

/** The library as it is published, which `npm run build:lib` has written. */
const PACKAGE: Readonly<Record<string, string>> = {
  'msal-logout': join(WORKSPACE, 'dist/msal-logout/fesm2022/msal-logout.mjs'),
  'msal-logout/engine': join(WORKSPACE, 'dist/msal-logout/fesm2022/msal-logout-engine.mjs'),
};

/** Finishes what Angular packages leave to the build of the application, so that nothing is compiled in the page. */
const linker: Plugin = {
  name: 'angular-linker',
  setup(build) {
    build.onResolve({ filter: /^msal-logout(\/|$)/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: PACKAGE[path] ?? '', sideEffects: false },
    );
    build.onLoad({ filter: /fesm2022[\\/][^\\/]+\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('ɵɵngDeclare')) return { contents: source };
      const { default: plugin } = await import('@angular/compiler-cli/linker/babel');
      const result = await transformAsync(source, {
        filename: path,
        plugins: [plugin],
        configFile: false,
        babelrc: false,
        compact: false,
      });
      return { contents: result?.code ?? '' };
    });
  },
};

/** As an application's build for production has them. */
const PRODUCTION = { ngDevMode: 'false', ngJitMode: 'false', ngI18nClosureMode: 'false' };

/** The scripts of the pages, by file name; without what is `external`. */
export async function bundlePages(
  names: readonly string[],
  external: string[] = [],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: WORKSPACE,
    entryPoints: names.map((name) => `benchmarks/pages/${name}.ts`),
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external,
    define: PRODUCTION,
    plugins: [linker],
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}
