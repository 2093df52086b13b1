import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { resolveExpression } from './resolve';
import { callsOf, localName, nodesIn, sourcesOf } from './sources';

const ROUTER = '@angular/router';

/** The routes that an application starts with: `null` for no router, `unknown` when they cannot be followed. */
export function findRoutes(
  tree: Tree,
  application: Application,
): ts.ArrayLiteralExpression | 'unknown' | null {
  for (const source of sourcesOf(tree, application)) {
    const [call] = [...callsOf(source, 'provideRouter', ROUTER), ...forRootCalls(source)];
    if (!call) continue;
    const [routes] = call.arguments;
    const list = routes && resolveExpression(tree, application, routes);
    return list && ts.isArrayLiteralExpression(list) ? list : 'unknown';
  }
  return null;
}

/** Whether the routes are in the fragment of the address, where no provider can send people to. */
export function hasHashRoutes(tree: Tree, application: Application): boolean {
  return sourcesOf(tree, application).some(
    (source) =>
      localName(source, 'withHashLocation', ROUTER) !== null ||
      localName(source, 'HashLocationStrategy', '@angular/common') !== null ||
      /\buseHash\s*:(?!\s*false\b)/.test(source.text),
  );
}

function forRootCalls(source: ts.SourceFile): readonly ts.CallExpression[] {
  const module = localName(source, 'RouterModule', ROUTER);
  if (module === null) return [];
  return nodesIn(source)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === `${module}.forRoot`);
}
