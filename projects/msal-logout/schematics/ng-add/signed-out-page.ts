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
import type { Application } from './application';
import type { Report } from './report';
import { findRoutes } from './router';
import { addSignedOutRoute, hasSignedOutRoute } from './signed-out-route';
import { inStyleOf } from './text-style';

const COMPONENT = 'SignedOutPage';
const FILE = 'signed-out-page.ts';

/** Adds the page that sign-outs end on, and its route where there is a router. */
export function addSignedOutPage(application: Application, report: Report): Rule {
  return (tree) => {
    const routes = findRoutes(tree, application);
    const isRouted = routes !== null && routes !== 'unknown';
    if (isRouted && hasSignedOutRoute(routes)) {
      report.did('the route signed-out is there');
      return noop();
    }
    const path = join(application.folder, FILE);
    const addRoute = (after: Tree): void => {
      if (isRouted) {
        addSignedOutRoute(after, routes, { path, component: COMPONENT });
        report.did(`the route signed-out: ${routes.getSourceFile().fileName}`);
      } else {
        report.leaves(explain(routes, path, application));
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

function explain(routes: 'unknown' | null, path: string, application: Application): string {
  return routes === null
    ? `The application has no router. Show <${selectorOf(application)} />, of ${path}, in a template.`
    : `The routes could not be followed. Add, before a wildcard:\n` +
        `{ path: 'signed-out', component: ${COMPONENT} }   // of ${path}\n` +
        `and to provideMsalLogout(…): withSignedOutRoute('/signed-out')`;
}
