import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { nodesIn, sourcesOf } from './sources';

const NAME = 'postLogoutRedirectUri';
const REQUESTS = ['logout', 'logoutRedirect', 'logoutPopup'];

/**
 * The `postLogoutRedirectUri` that the application configures already, as it is written there; `null` when none can
 * be seen. That of a single request is not meant.
 */
export function configuredAddress(tree: Tree, application: Application): string | null {
  for (const source of sourcesOf(tree, application)) {
    if (!source.text.includes(NAME)) continue;
    for (const node of nodesIn(source)) {
      if (ts.isPropertyAssignment(node) && isCalled(node.name) && !isInRequest(node))
        return node.initializer.getText();
      if (ts.isShorthandPropertyAssignment(node) && isCalled(node.name) && !isInRequest(node))
        return NAME;
    }
  }
  return null;
}

function isCalled(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === NAME;
}

function isInRequest(property: ts.ObjectLiteralElementLike): boolean {
  const call = property.parent.parent;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    REQUESTS.includes(call.expression.name.text)
  );
}
