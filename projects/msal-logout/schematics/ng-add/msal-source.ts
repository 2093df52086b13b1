import type { Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';
import type { Application } from './application';
import type { MadeInstance } from './msal-instance';
import { findInstances } from './msal-instance';
import { localName, sourcesFrom, sourcesOf } from './sources';

const MSAL_ANGULAR = '@azure/msal-angular';

/** None of them works without the instance, wherever it is provided. */
const MSAL_ANGULAR_EXPORTS = [
  'MSAL_INSTANCE',
  'MsalModule',
  'MsalService',
  'MsalGuard',
  'MsalInterceptor',
  'MsalBroadcastService',
];

/** What `provideMsalLogout` can be given in an application. */
export type MsalSource =
  | { readonly kind: 'msal-angular' }
  | {
      readonly kind: 'instance';
      readonly instance: MadeInstance & { variable: ts.VariableStatement };
    }
  | { readonly kind: 'configuration'; readonly outOfReach: MadeInstance | null };

/**
 * Looks for it: the instance of msal-angular, then one that the application makes itself and that `file`, which has
 * the providers if they were found, can use; else a configuration will do.
 */
export function findMsalSource(
  tree: Tree,
  application: Application,
  file: ts.SourceFile | undefined,
): MsalSource {
  if (sourcesOf(tree, application).some(usesMsalAngular)) return { kind: 'msal-angular' };
  const instances = findInstances(tree, application);
  for (const instance of instances) {
    const { variable, source } = instance;
    if (variable && (!file || source === file || !imports(tree, application, source, file)))
      return { kind: 'instance', instance: { ...instance, variable } };
  }
  return { kind: 'configuration', outOfReach: instances[0] ?? null };
}

function usesMsalAngular(source: ts.SourceFile): boolean {
  return MSAL_ANGULAR_EXPORTS.some((name) => localName(source, name, MSAL_ANGULAR) !== null);
}

/** Whether it would be a circle if `file` imported `source` in turn. */
function imports(
  tree: Tree,
  application: Application,
  source: ts.SourceFile,
  file: ts.SourceFile,
): boolean {
  return sourcesFrom(tree, application, source.fileName).includes(file);
}
