import type { Tree } from '@angular-devkit/schematics';
import { newApplication, ngAdd } from '../testing/applications';

const APP = 'src/app/app.ts';

/** A workspace of two applications; those with these folders use MSAL. */
async function withApplications(...folders: readonly string[]) {
  const workspace = await newApplication();
  const both = await newApplication({ name: 'admin', inWorkspace: workspace });
  for (const folder of folders) {
    const app = both.readText(`${folder}${APP}`);
    both.overwrite(`${folder}${APP}`, `import '@azure/msal-browser';\n${app}`);
  }
  return both;
}

/** Adds a library to the workspace. */
function addLibrary(tree: Tree): void {
  const workspace = tree.readJson('/angular.json') as { projects: object };
  const projects = { ...workspace.projects, 'ui-kit': { projectType: 'library', root: 'ui-kit' } };
  tree.overwrite('/angular.json', JSON.stringify({ ...workspace, projects }));
}

it('takes the only application that uses MSAL, and says so', async () => {
  const { tree, messages } = await ngAdd(await withApplications('/projects/admin/'));

  expect(tree.exists('/projects/admin/src/app/signed-out-page.ts')).toBe(true);
  expect(tree.exists('/src/app/signed-out-page.ts')).toBe(false);
  expect(messages).toContain('the application is admin');
});

it('does not choose between several applications that use MSAL', async () => {
  const workspace = await withApplications('/', '/projects/admin/');

  await expect(ngAdd(workspace)).rejects.toThrow(
    'Several applications use MSAL: mail, admin. Say which of them it is for: --project',
  );
});

it('takes the application when it is started in the folder of a library', async () => {
  const application = await newApplication();
  addLibrary(application);
  const { tree, messages } = await ngAdd(application, { project: 'ui-kit' });

  expect(tree.exists('/src/app/signed-out-page.ts')).toBe(true);
  expect(messages).toContain('the application is mail');
});

it('refuses a workspace without applications', async () => {
  const workspace = await newApplication();
  workspace.overwrite('/angular.json', JSON.stringify({ version: 1, projects: {} }));
  addLibrary(workspace);

  await expect(ngAdd(workspace, { project: 'ui-kit' })).rejects.toThrow(
    'The workspace has no application ui-kit. Its applications are: none.',
  );
});
