import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { FileEdit } from './file-edit';
import type { Report } from './report';
import { findRootProviders, insertProvider } from './root-providers';
import { callsOf, localName, sourcesOf } from './sources';

const HTTP = '@angular/common/http';
const INTERCEPTOR = 'msalLogoutInterceptor';

/** Has `msalLogoutInterceptor` see every request, before the other interceptors. */
export function addInterceptor(tree: Tree, application: Application, report: Report): void {
  const sources = sourcesOf(tree, application);
  if (sources.some((source) => localName(source, INTERCEPTOR, 'msal-logout') !== null)) {
    report.did(`${INTERCEPTOR} is there`);
    return;
  }
  const providers = findRootProviders(tree, application);
  const calls = sources.flatMap((source) => callsOf(source, 'provideHttpClient', HTTP));
  const call =
    calls.find((it) => it.getSourceFile().fileName === providers?.source.fileName) ?? calls[0];
  if (call) {
    const edit = new FileEdit(call.getSourceFile());
    addToClient(edit, call);
    edit.write(tree);
    report.did(`${INTERCEPTOR}: ${call.getSourceFile().fileName}`);
  } else if (providers) {
    const edit = new FileEdit(providers.source);
    const provide = edit.import('provideHttpClient', HTTP);
    const parts = [
      `${edit.import('withInterceptors', HTTP)}([${edit.import(INTERCEPTOR, 'msal-logout')}])`,
    ];
    // Without this feature the interceptors that are classes would no longer be called.
    const ofClasses = sources.some((source) => localName(source, 'HTTP_INTERCEPTORS', HTTP));
    const module = sources.find((source) => localName(source, 'HttpClientModule', HTTP));
    if (ofClasses || module) parts.push(`${edit.import('withInterceptorsFromDi', HTTP)}()`);
    insertProvider(edit, providers, `${provide}(${parts.join(', ')})`);
    edit.write(tree);
    report.did(`${INTERCEPTOR}: ${providers.source.fileName}`);
    if (module)
      report.leaves(
        `Remove HttpClientModule from the imports in ${module.fileName}: provideHttpClient() does its work,\n` +
          `and ${INTERCEPTOR} comes first only without it.`,
      );
  } else {
    report.leaves(
      `Add to the providers of the application:\nprovideHttpClient(withInterceptors([${INTERCEPTOR}]))`,
    );
  }
}

/** Adds it to what `provideHttpClient` is given. */
function addToClient(edit: FileEdit, client: ts.CallExpression): void {
  const [existing] = callsOf(client.getSourceFile(), 'withInterceptors', HTTP).filter(
    (call) => call.parent === client,
  );
  const interceptor = edit.import(INTERCEPTOR, 'msal-logout');
  const [list] = existing?.arguments ?? [];
  if (!list) {
    const feature = `${edit.import('withInterceptors', HTTP)}([${interceptor}])`;
    edit.insertElement(client.arguments, feature, client.arguments[0]);
  } else if (ts.isArrayLiteralExpression(list)) {
    edit.insertElement(list.elements, interceptor, list.elements[0]);
  } else {
    edit.insert(list.getStart(), `[${interceptor}, ...`);
    edit.insert(list.end, ']');
  }
}
