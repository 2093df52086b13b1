import type { Tree } from '@angular-devkit/schematics';
import { relative } from 'node:path/posix';
import ts from 'typescript';
import type { Application } from './application';
import { FileEdit } from './file-edit';
import type { Report } from './report';
import type { RootProviders } from './root-providers';
import { findRootProviders, insertProvider } from './root-providers';
import { callsOf, localName, sourcesOf } from './sources';

const HTTP = '@angular/common/http';
const LIBRARY = 'msal-logout';
const INTERCEPTOR = 'msalLogoutInterceptor';

/** Has `msalLogoutInterceptor` see every request, before the other interceptors. */
export function addInterceptor(tree: Tree, application: Application, report: Report): void {
  const sources = sourcesOf(tree, application);
  if (sources.some((source) => localName(source, INTERCEPTOR, LIBRARY) !== null)) {
    report.did(`${INTERCEPTOR} is there`);
    return;
  }
  const providers = findRootProviders(tree, application);
  const calls = sources.flatMap((source) => callsOf(source, 'provideHttpClient', HTTP));
  const call =
    calls.find((it) => it.getSourceFile().fileName === providers?.source.fileName) ?? calls[0];
  if (!providers || (call && mayBeShared(call, application, providers))) {
    report.leaves(explain(call));
    return;
  }
  const edit = new FileEdit(call?.getSourceFile() ?? providers.source);
  if (call) addToClient(edit, call);
  else insertProvider(edit, providers, newClient(edit, sources, report));
  edit.write(tree);
  report.did(`${INTERCEPTOR}: ${(call?.getSourceFile() ?? providers.source).fileName}`);
  if (sources.some((source) => localName(source, 'withProtectedResources', LIBRARY))) return;
  report.leaves(
    `${INTERCEPTOR} comes before the interceptors that add an Authorization header, and does not see it.\n` +
      'Name the requests that have to wait for a sign-out, in provideMsalLogout(…):\n' +
      "withProtectedResources(['https://api.example/'])   // of msal-logout",
  );
}

/** Another application of the workspace would have the interceptor without what it needs. */
function mayBeShared(
  call: ts.CallExpression,
  { sourceRoot }: Application,
  providers: RootProviders,
): boolean {
  const source = call.getSourceFile();
  return source !== providers.source && relative(sourceRoot, source.fileName).startsWith('..');
}

function explain(call: ts.CallExpression | undefined): string {
  return call
    ? `Add to provideHttpClient in ${call.getSourceFile().fileName}, where provideMsalLogout is provided:\n` +
        `withInterceptors([${INTERCEPTOR}])   // before other interceptors`
    : `Add to the providers of the application:\nprovideHttpClient(withInterceptors([${INTERCEPTOR}]))`;
}

/** The client of an application that has none, or by `HttpClientModule`. */
function newClient(edit: FileEdit, sources: readonly ts.SourceFile[], report: Report): string {
  const provide = edit.import('provideHttpClient', HTTP);
  const parts = [
    `${edit.import('withInterceptors', HTTP)}([${edit.import(INTERCEPTOR, LIBRARY)}])`,
  ];
  // Without this feature the interceptors that are classes would no longer be called.
  const ofClasses = sources.some((source) => localName(source, 'HTTP_INTERCEPTORS', HTTP));
  const module = sources.find((source) => localName(source, 'HttpClientModule', HTTP));
  if (ofClasses || module) parts.push(`${edit.import('withInterceptorsFromDi', HTTP)}()`);
  if (module)
    report.leaves(
      `Remove HttpClientModule from the imports in ${module.fileName}: provideHttpClient() does its work,\n` +
        `and ${INTERCEPTOR} comes first only without it.`,
    );
  return `${provide}(${parts.join(', ')})`;
}

/** Adds it to what `provideHttpClient` is given. */
function addToClient(edit: FileEdit, client: ts.CallExpression): void {
  const [existing] = callsOf(client.getSourceFile(), 'withInterceptors', HTTP).filter(
    (call) => call.parent === client,
  );
  const interceptor = edit.import(INTERCEPTOR, LIBRARY);
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
