import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import type { MadeInstance } from './msal-instance';
import { findInstances } from './msal-instance';
import { localName, nodesIn, propertyOf, sourcesOf } from './sources';

const MSAL_ANGULAR = '@azure/msal-angular';

/** What `provideMsalLogout` can be given in an application. */
export type MsalSource =
  | { readonly kind: 'msal-angular' }
  | {
      readonly kind: 'instance';
      readonly instance: MadeInstance & { variable: ts.VariableStatement };
    }
  | { readonly kind: 'configuration'; readonly outOfReach: MadeInstance | null };

/** Looks for it: the instance of msal-angular, then one that the application makes itself; else a configuration will do. */
export function findMsalSource(tree: Tree, application: Application): MsalSource {
  if (sourcesOf(tree, application).some(providesInstance)) return { kind: 'msal-angular' };
  const [first = null] = findInstances(tree, application);
  // The file that starts the application imports everything else; to import it in turn would be a circle.
  return first?.variable && first.source.fileName !== application.main
    ? { kind: 'instance', instance: { ...first, variable: first.variable } }
    : { kind: 'configuration', outOfReach: first };
}

function providesInstance(source: ts.SourceFile): boolean {
  const token = localName(source, 'MSAL_INSTANCE', MSAL_ANGULAR);
  const module = localName(source, 'MsalModule', MSAL_ANGULAR);
  if (token === null && module === null) return false;
  return nodesIn(source).some(
    (node) =>
      (ts.isObjectLiteralExpression(node) && propertyOf(node, 'provide')?.getText() === token) ||
      (ts.isCallExpression(node) && node.expression.getText() === `${module ?? ''}.forRoot`),
  );
}
