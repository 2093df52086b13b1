import type { Rule, Tree } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import { join } from 'node:path/posix';
import type { Application } from './application';
import type { Report } from './report';

const NAME = 'logout-return.html';

const SCRIPT = {
  glob: 'complete-logout.js',
  input: 'node_modules/msal-logout/return-page',
  output: '.',
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Signing out</title>
  </head>
  <body>
    <p>You are signed out. This window can be closed.</p>
    <script src="complete-logout.js"></script>
  </body>
</html>
`;

interface Asset {
  readonly glob: string;
  readonly input: string;
  readonly output?: string;
  readonly ignore?: unknown;
}

/** Adds a page for popups that does not load the whole application, and has the build copy it and its script. */
export function addPopupReturnPage(application: Application, report: Report): Rule {
  const address = `${application.base}${NAME}`;
  return updateWorkspace(({ projects }) => {
    const build = projects.get(application.name)?.targets.get('build');
    if (!build) {
      report.leaves(`${application.name} has no build: there is no popup return page.`);
      return;
    }
    const options = (build.options ??= {});
    options['assets'] ??= [];
    // Those of a configuration replace the others.
    const lists = [options, ...Object.values(build.configurations ?? {})].filter((it) =>
      Array.isArray(it?.['assets']),
    ) as { assets: unknown[] }[];
    const publicFolder = join(application.root, 'public');
    const isPublic = lists.every(({ assets }) => assets.some((it) => copies(it, publicFolder)));
    const folder = isPublic ? publicFolder : application.sourceRoot;
    const page = { glob: NAME, input: join('.', folder), output: '.' };
    for (const list of lists) addAssets(list, isPublic ? [SCRIPT] : [page, SCRIPT]);

    const path = join(folder, NAME);
    report.did(`the page for popups to return to: ${path}`);
    report.leaves(
      `For popups that do not load the whole application, register ${address} at your provider\n` +
        `as well, and sign out by logoutPopup({ postLogoutRedirectUri: '${address}' })`,
    );
    return (tree: Tree) => {
      if (!tree.exists(path)) tree.create(path, PAGE);
    };
  });
}

function addAssets(options: { assets: unknown[] }, added: readonly Asset[]): void {
  const missing = added.filter(
    ({ glob, input }) =>
      !options.assets.some((it) => isAsset(it) && it.glob === glob && isFolder(it.input, input)),
  );
  if (missing.length > 0) options.assets = [...options.assets, ...missing];
}

/** Whether an asset is the whole of a folder, at the root of the application. */
function copies(asset: unknown, folder: string): boolean {
  return (
    isAsset(asset) &&
    asset.glob === '**/*' &&
    asset.ignore === undefined &&
    isFolder(asset.input, folder) &&
    isFolder(asset.output ?? '', '/')
  );
}

function isAsset(asset: unknown): asset is Asset {
  return typeof asset === 'object' && asset !== null && 'glob' in asset && 'input' in asset;
}

/** Paths in angular.json may begin and end with dots and slashes. */
function isFolder(path: string, folder: string): boolean {
  return join('/', path, '.') === join('/', folder, '.');
}
