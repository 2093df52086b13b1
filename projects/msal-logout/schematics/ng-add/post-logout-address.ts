import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { nodesIn, sourcesOf } from './sources';

const NAME = 'postLogoutRedirectUri';

/**
 * The `postLogoutRedirectUri` that the application configures already, as it is written there; `null` when none can
 * be seen. That of a single request is not meant.
 */
export function configuredAddress(tree: Tree, application: Application): string | null {
  for (const source of sourcesOf(tree, application)) {
    if (!source.text.includes(NAME)) continue;
    for (const node of nodesIn(source)) {
      if (ts.isPropertyAssignment(node) && isCalled(node.name) && isInConfiguration(node))
        return node.initializer.getText();
      if (ts.isShorthandPropertyAssignment(node) && isCalled(node.name) && isInConfiguration(node))
        return NAME;
    }
  }
  return null;
}

function isCalled(name: ts.PropertyName, text = NAME): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === text;
}

/** Only the configuration has it in `auth`, or beside a client. */
function isInConfiguration({
  parent,
}: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): boolean {
  const { parent: holder, properties } = parent;
  return (
    (ts.isPropertyAssignment(holder) && isCalled(holder.name, 'auth')) ||
    properties.some(({ name }) => name && isCalled(name, 'clientId'))
  );
}
