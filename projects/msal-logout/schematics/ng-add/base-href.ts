import type { Tree } from '@angular-devkit/schematics';
import { join } from 'node:path/posix';
import type { Application } from './application';
import type { Report } from './report';
import { sourcesOf } from './sources';

/**
 * The path that all addresses of an application begin with, by the first option that is given, or by the page that
 * loads it; `null` when that is no plain path.
 */
export function baseOf(
  tree: Tree,
  options: readonly unknown[],
  index: unknown,
  sourceRoot: string,
): string | null {
  const option = options.find((it) => typeof it === 'string' && it !== '');
  const href = typeof option === 'string' ? option : hrefOf(tree, index, sourceRoot);
  return /^\/(?!\/)/.test(href) ? href.replace(/\/?$/, '/') : null;
}

/** Has the user look at the addresses when the application may have another base. */
export function explainBase(tree: Tree, application: Application, report: Report): void {
  const isProvided = sourcesOf(tree, application).some(({ text }) =>
    /\bprovide\s*:\s*APP_BASE_HREF\b/.test(text),
  );
  if (application.isBaseKnown && !isProvided) return;
  report.leaves(
    `The addresses here and in the code begin with ${application.base}, because the base of the application could not be told.\n` +
      'If it is another one, begin them with that.',
  );
}

function hrefOf(tree: Tree, index: unknown, sourceRoot: string): string {
  const input = typeof index === 'object' && index && 'input' in index ? index.input : index;
  const path = typeof input === 'string' ? input : join(sourceRoot, 'index.html');
  const html = tree.exists(path) ? tree.readText(path) : '';
  const [, href = '/'] = /<base\s[^>]*href="([^"]*)"/i.exec(html) ?? [];
  return href;
}
