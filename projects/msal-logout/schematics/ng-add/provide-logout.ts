import type { Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';
import type { Application } from './application';
import { FileEdit } from './file-edit';
import type { MsalSource } from './msal-source';
import { findMsalSource } from './msal-source';
import { configuredAddress } from './post-logout-address';
import type { Report } from './report';
import { findRootProviders, insertProvider } from './root-providers';
import { findRoutes, hasHashRoutes } from './router';
import { hasSignedOutRoute, SIGNED_OUT } from './signed-out-route';
import { callsOf, sourcesOf } from './sources';

const LIBRARY = 'msal-logout';

/** Adds `provideMsalLogout` to the providers of the application. Runs when the signed-out page has got its route. */
export function provideLogout(tree: Tree, application: Application, report: Report): void {
  const isThere = sourcesOf(tree, application).some(
    (source) => callsOf(source, 'provideMsalLogout', LIBRARY).length > 0,
  );
  if (isThere) {
    report.did('provideMsalLogout is there');
    return;
  }
  const providers = findRootProviders(tree, application);
  if (!providers) {
    report.leaves(
      'The providers of the application could not be found. Add to them, with your MSAL instance:\n' +
        `provideMsalLogout(msalInstance, withSignedOutRoute('/${SIGNED_OUT}'))   // of msal-logout`,
    );
    return;
  }
  const source = findMsalSource(tree, application, providers.source);
  const isRouted = hasRoute(tree, application);
  const onPage = isRouted && !hasHashRoutes(tree, application);
  const address = onPage ? `${application.base}${SIGNED_OUT}` : application.base;
  const configured = source.kind === 'configuration' ? null : configuredAddress(tree, application);

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
  explain(report, source, configured, address, providers.source);
}

function hasRoute(tree: Tree, application: Application): boolean {
  const routes = findRoutes(tree, application);
  return routes !== null && routes !== 'unknown' && hasSignedOutRoute(routes);
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

function explain(
  report: Report,
  source: MsalSource,
  configured: string | null,
  address: string,
  file: ts.SourceFile,
): void {
  if (source.kind === 'configuration') {
    const { outOfReach } = source;
    report.leaves(
      outOfReach
        ? `${outOfReach.source.fileName} makes an MSAL instance that no other file can import. Move it to a file of its own:\n` +
            `export const ${outOfReach.name} = …\n` +
            `and give it to provideMsalLogout in ${file.fileName}, in place of { auth: … }.`
        : `No MSAL instance was found. Fill in clientId and authority in ${file.fileName},\n` +
            'or give provideMsalLogout your instance in place of them.',
    );
  }
  if (configured === null) {
    report.leaves(
      `Register the address ${address} at your provider, as a post-logout redirect URI.`,
    );
  } else {
    report.leaves(
      `People come back to the postLogoutRedirectUri of your configuration, ${configured}.\n` +
        `For the signed-out page it has to be ${address}, registered at your provider.`,
    );
  }
}
