import type { Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';
import type { Application } from './application';
import { FileEdit } from './file-edit';
import type { MadeInstance } from './msal-instance';
import type { MsalSource } from './msal-source';
import { findMsalSource } from './msal-source';
import { configuredAddress } from './post-logout-address';
import type { Report } from './report';
import { findRootProviders, insertProvider } from './root-providers';
import { findRoutes, hasHashRoutes } from './router';
import { hasSignedOutRoute, namesSignedOutRoute, SIGNED_OUT } from './signed-out-route';
import { callsOf, sourcesOf } from './sources';

const LIBRARY = 'msal-logout';

/** Adds `provideMsalLogout` to the providers of the application. Runs when the signed-out page has got its route. */
export function provideLogout(tree: Tree, application: Application, report: Report): void {
  const sources = sourcesOf(tree, application);
  const routes = findRoutes(tree, application);
  const isRouted = routes !== null && routes !== 'unknown' && hasSignedOutRoute(routes);
  const providers = findRootProviders(tree, application);
  // The router may be among providers that cannot be read.
  const onPage = (routes !== null || !providers) && !hasHashRoutes(tree, application);
  const address = onPage ? `${application.base}${SIGNED_OUT}` : application.base;
  const configured = configuredAddress(tree, application);

  if (sources.some((it) => callsOf(it, 'provideMsalLogout', LIBRARY).length > 0)) {
    report.did('provideMsalLogout is there');
    if (!isRouted || sources.some(namesSignedOutRoute)) return;
    report.leaves(`Add to provideMsalLogout(…): withSignedOutRoute('/${SIGNED_OUT}')`);
    report.leaves(wrongAddress(configured, address));
    return;
  }
  const source = findMsalSource(tree, application, providers?.source);
  if (!providers) {
    report.leaves(
      'The providers of the application could not be found. Add to them, with your MSAL instance:\n' +
        `provideMsalLogout(${instanceText(source)}, withSignedOutRoute('/${SIGNED_OUT}'))   // of ${LIBRARY}`,
    );
    report.leaves(wrongAddress(configured, address));
    return;
  }
  const edit = new FileEdit(providers.source);
  const provide = edit.import('provideMsalLogout', LIBRARY);
  const parts = [sourceText(tree, edit, source, providers.source, address)];
  if (isRouted) parts.push(`${edit.import('withSignedOutRoute', LIBRARY)}('/${SIGNED_OUT}')`);
  if (source.kind !== 'configuration' && configured === null) {
    const override = edit.import('withEndSession', LIBRARY);
    parts.push(`${override}({ auth: { postLogoutRedirectUri: '${address}' } })`);
  }
  insertProvider(edit, providers, `${provide}(\n  ${parts.join(',\n  ')},\n)`);
  edit.write(tree);

  report.did(`provideMsalLogout: ${providers.source.fileName}`);
  if (source.kind === 'configuration') explain(report, source.outOfReach, providers.source);
  report.leaves(
    source.kind === 'configuration' || configured === null
      ? `Register the address ${address} at your provider, as a post-logout redirect URI.`
      : wrongAddress(configured, address),
  );
}

function instanceText(source: MsalSource): string {
  if (source.kind === 'msal-angular') return '() => inject(MSAL_INSTANCE)';
  return source.kind === 'instance' ? source.instance.name : 'msalInstance';
}

function sourceText(
  tree: Tree,
  edit: FileEdit,
  source: MsalSource,
  file: ts.SourceFile,
  address: string,
): string {
  if (source.kind === 'msal-angular')
    return `() => ${edit.import('inject', '@angular/core')}(${edit.import('MSAL_INSTANCE', '@azure/msal-angular')})`;
  if (source.kind === 'configuration')
    return `{\n    auth: {\n      clientId: '<client id>',\n      authority: '<authority>',\n      postLogoutRedirectUri: '${address}',\n    },\n  }`;
  const { instance } = source;
  // A function, because the variable may come after the providers in the file.
  if (instance.source.fileName === file.fileName) return `() => ${instance.name}`;
  if (!instance.isExported) {
    const exporting = new FileEdit(instance.source);
    exporting.insert(instance.variable.getStart(), 'export ');
    exporting.write(tree);
  }
  return edit.importFrom(instance.source.fileName, instance.name);
}

function explain(report: Report, outOfReach: MadeInstance | null, file: ts.SourceFile): void {
  report.leaves(
    outOfReach
      ? `${outOfReach.source.fileName} makes an MSAL instance that no other file can import. Move it to a file of its own:\n` +
          `export const ${outOfReach.name} = …\n` +
          `and give it to provideMsalLogout in ${file.fileName}, in place of { auth: … }.`
      : `No MSAL instance was found. Fill in clientId and authority in ${file.fileName},\n` +
          'or give provideMsalLogout your instance in place of them.',
  );
}

function wrongAddress(configured: string | null, address: string): string {
  const known =
    configured === null
      ? 'No postLogoutRedirectUri was found in the configuration of MSAL.'
      : `People come back to the postLogoutRedirectUri of your configuration, ${configured}.`;
  return `${known}\nFor the signed-out page it has to be ${address}, registered at your provider.`;
}
