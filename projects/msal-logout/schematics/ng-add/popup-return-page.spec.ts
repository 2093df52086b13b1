import { newApplication, ngAdd } from '../testing/applications';

const PAGE = '/public/logout-return.html';

it('has the build copy the script of the page', async () => {
  const before = await newApplication();
  const { tree, messages } = await ngAdd(before);

  expect(tree.readText(PAGE)).toContain('<script src="complete-logout.js"></script>');
  const { projects } = tree.readJson('/angular.json') as {
    projects: { mail: { architect: { build: { options: { assets: unknown } } } } };
  };
  expect(projects.mail.architect.build.options.assets).toEqual([
    { glob: '**/*', input: 'public' },
    { glob: 'complete-logout.js', input: 'node_modules/msal-logout/return-page', output: '.' },
  ]);
  expect(messages).toContain("logoutPopup({ postLogoutRedirectUri: '/logout-return.html' })");
});

it('is left away when nobody wants it', async () => {
  const before = await newApplication();
  const { tree } = await ngAdd(before, { popupReturnPage: false });

  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText('/angular.json')).toBe(before.readText('/angular.json'));
});

it('is not written where the build copies no such folder', async () => {
  const before = await newApplication();
  const workspace = before
    .readText('/angular.json')
    .replace('"input": "public"', '"input": "files"');
  before.overwrite('/angular.json', workspace);
  const { tree, messages } = await ngAdd(before);

  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText('/angular.json')).toBe(workspace);
  expect(messages).toContain('has no assets in /public');
});
