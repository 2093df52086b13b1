import type { Rule, Tree } from '@angular-devkit/schematics';
import {
  apply,
  applyTemplates,
  chain,
  forEach,
  mergeWith,
  move,
  noop,
  url,
} from '@angular-devkit/schematics';
import { join } from 'node:path/posix';
import ts from 'typescript';
import type { Application } from './application';
import { exportedName } from './exported-name';
import type { Report } from './report';
import { findRoutes } from './router';
import {
  addSignedOutRoute,
  hasSignedOutRoute,
  namesSignedOutRoute,
  SIGNED_OUT,
} from './signed-out-route';
import { parse, sourcesOf } from './sources';
import { inStyleOf } from './text-style';

const COMPONENT = 'SignedOutPage';
const FILE = 'signed-out-page.ts';

/** Adds the page that sign-outs end on, and its route where there is a router. */
export function addSignedOutPage(application: Application, report: Report): Rule {
  return (tree) => {
    if (sourcesOf(tree, application).some(namesSignedOutRoute)) {
      report.did('withSignedOutRoute is there');
      return noop();
    }
    const routes = findRoutes(tree, application);
    const isRouted = routes !== null && routes !== 'unknown';
    if (isRouted && hasSignedOutRoute(routes)) {
      report.did('the route signed-out is there');
      return noop();
    }
    const path = join(application.folder, FILE);
    const addRoute = (after: Tree): void => {
      if (isRouted && isExported(after, path)) {
        addSignedOutRoute(after, routes, { path, component: COMPONENT });
        report.did(`the route signed-out: ${routes.getSourceFile().fileName}`);
      } else {
        report.leaves(explain(after, routes, path, application));
      }
    };
    return chain([writePage(tree, application, path, report), addRoute]);
  };
}

function writePage(tree: Tree, application: Application, path: string, report: Report): Rule {
  if (tree.exists(path)) {
    report.did(`the signed-out page is there: ${path}`);
    return noop();
  }
  report.did(`the signed-out page: ${path}`);
  const style = tree.readText(application.main);
  return mergeWith(
    apply(url('./files'), [
      applyTemplates({ selector: selectorOf(application) }),
      forEach((entry) => ({
        path: entry.path,
        content: Buffer.from(inStyleOf(style, entry.content.toString())),
      })),
      move(application.folder),
    ]),
  );
}

function selectorOf({ prefix }: Application): string {
  return prefix ? `${prefix}-signed-out-page` : 'signed-out-page';
}

/** Not in a file that was there and is another page of the application. */
function isExported(tree: Tree, path: string): boolean {
  const page = parse(tree, path)
    .statements.filter(ts.isClassDeclaration)
    .find(({ name }) => name?.text === COMPONENT);
  return page !== undefined && exportedName(page, COMPONENT) === COMPONENT;
}

function explain(
  tree: Tree,
  routes: ts.Expression | 'unknown' | null,
  path: string,
  application: Application,
): string {
  if (routes === null)
    return `The application has no router. Show <${selectorOf(application)} />, of ${path}, in a template.`;
  const [reason, component] = isExported(tree, path)
    ? ['The routes could not be followed.', `${COMPONENT} }   // of ${path}`]
    : [`${path} exports no ${COMPONENT}.`, '… }'];
  return (
    `${reason} Add, before a wildcard:\n` +
    `{ path: '${SIGNED_OUT}', component: ${component}\n` +
    `and to provideMsalLogout(…): withSignedOutRoute('/${SIGNED_OUT}')`
  );
}
