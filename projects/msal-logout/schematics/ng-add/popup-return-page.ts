import type { Rule, Tree } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import { join } from 'node:path/posix';
import type { Application } from './application';
import type { Report } from './report';

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

/** Adds a page for popups that does not load the whole application, and has the build copy its script. */
export function addPopupReturnPage(application: Application, report: Report): Rule {
  const folder = join(application.root, 'public');
  const path = join(folder, 'logout-return.html');
  const address = `${application.base}logout-return.html`;
  return updateWorkspace(({ projects }) => {
    const options = projects.get(application.name)?.targets.get('build')?.options;
    const assets = options?.['assets'];
    if (
      !options ||
      !Array.isArray(assets) ||
      !JSON.stringify(assets).includes(`"${folder.slice(1)}"`)
    ) {
      report.leaves(
        `The build of ${application.name} has no assets in ${folder}: there is no popup return page.`,
      );
      return;
    }
    if (!JSON.stringify(assets).includes(`"${SCRIPT.input}"`))
      options['assets'] = [...assets, SCRIPT];
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
