import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import { FileEdit } from './file-edit';
import { callsOf, propertyOf } from './sources';

/** The path of the signed-out page, as a route has it. */
export const SIGNED_OUT = 'signed-out';

/** Whether the library has been told which route is for it. */
export function namesSignedOutRoute(source: ts.SourceFile): boolean {
  return callsOf(source, 'withSignedOutRoute', 'msal-logout').length > 0;
}

/** Whether one of the routes is for it already. */
export function hasSignedOutRoute(routes: ts.ArrayLiteralExpression): boolean {
  return routes.elements.some((route) => pathOf(route) === SIGNED_OUT);
}

/**
 * Adds the route of the signed-out page, before all that would take its address.
 *
 * The component is not loaded lazily: the page is also needed when the network is gone.
 */
export function addSignedOutRoute(
  tree: Tree,
  routes: ts.ArrayLiteralExpression,
  page: { readonly path: string; readonly component: string },
): void {
  const edit = new FileEdit(routes.getSourceFile());
  const component = edit.importFrom(page.path, page.component);
  const route = `{ path: '${SIGNED_OUT}', component: ${component} }`;
  edit.insertElement(routes.elements, route, routes.elements.find(couldTake));
  edit.write(tree);
}

/** Whether a route may match the address of the signed-out page, or cannot be read. */
function couldTake(route: ts.Expression): boolean {
  const path = pathOf(route);
  if (!ts.isObjectLiteralExpression(route) || path === null) return true;
  if (path === '')
    return isText(propertyOf(route, 'pathMatch'), 'full') ? false : hasChildren(route);
  return path === '**' || /^:[^/]+$/.test(path) || (path.startsWith(':') && hasChildren(route));
}

function hasChildren(route: ts.ObjectLiteralExpression): boolean {
  return route.properties.some(
    ({ name }) => name && ['children', 'loadChildren'].includes(name.getText()),
  );
}

function pathOf(route: ts.Expression): string | null {
  const path = ts.isObjectLiteralExpression(route) ? propertyOf(route, 'path') : null;
  return path && ts.isStringLiteralLike(path) ? path.text : null;
}

function isText(node: ts.Expression | null, text: string): boolean {
  return node !== null && ts.isStringLiteralLike(node) && node.text === text;
}
