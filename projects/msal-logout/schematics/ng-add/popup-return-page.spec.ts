import type { Tree } from '@angular-devkit/schematics';
import { contentsOf, newApplication, ngAdd } from '../testing/applications';

const PAGE = '/public/logout-return.html';
const SCRIPT = {
  glob: 'complete-logout.js',
  input: 'node_modules/msal-logout/return-page',
  output: '.',
};

it('has the build copy the script of the page', async () => {
  const before = await newApplication();
  const { tree, messages } = await ngAdd(before);

  expect(tree.readText(PAGE)).toContain('<script src="complete-logout.js"></script>');
  expect(assetsOf(tree)).toEqual([{ glob: '**/*', input: 'public' }, SCRIPT]);
  expect(messages).toContain("logoutPopup({ postLogoutRedirectUri: '/logout-return.html' })");
});

it('is left away when nobody wants it', async () => {
  const before = await newApplication();
  const { tree } = await ngAdd(before, { popupReturnPage: false });

  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText('/angular.json')).toBe(before.readText('/angular.json'));
});

/** The assets of the build, in this version of the workspace. */
function assetsOf(tree: Tree): unknown {
  const { projects } = tree.readJson('/angular.json') as {
    projects: { mail: { architect: { build: { options: { assets?: unknown } } } } };
  };
  return projects.mail.architect.build.options.assets;
}

/** An application whose build has these assets, or none. */
async function withAssets(assets: unknown) {
  const application = await newApplication();
  const workspace = application
    .readText('/angular.json')
    .replace(/"assets": \[[^\]]*\]/, `"assets": ${JSON.stringify(assets)}`);
  application.overwrite('/angular.json', workspace);
  return application;
}

it.each([
  { glob: '**/*', input: './public' },
  { glob: '**/*', input: 'public/', output: '/' },
  { glob: '**/*', input: 'public', output: '.' },
])('needs no asset of its own in a folder that is copied as a whole: %o', async (asset) => {
  const { tree } = await ngAdd(await withAssets([asset]));

  expect(tree.exists(PAGE)).toBe(true);
  expect(assetsOf(tree)).toEqual([asset, SCRIPT]);
});

it.each([
  [['src/favicon.ico', 'src/assets']],
  [[{ glob: '**/*', input: 'files' }]],
  [[{ glob: 'favicon.ico', input: 'public' }]],
  [[{ glob: '**/*', input: 'public', output: '/static' }]],
  [[]],
])('is copied by itself where no such folder is copied: %o', async (assets) => {
  const first = await ngAdd(await withAssets(assets));

  expect(first.tree.exists(PAGE)).toBe(false);
  expect(first.tree.exists('/src/logout-return.html')).toBe(true);
  expect(assetsOf(first.tree)).toEqual([
    ...assets,
    { glob: 'logout-return.html', input: 'src', output: '.' },
    SCRIPT,
  ]);
  expect(first.messages).toContain('the page for popups to return to: /src/logout-return.html');

  const second = await ngAdd(first.tree);
  expect(contentsOf(second.tree)).toEqual(contentsOf(first.tree));
});

it('is in the assets of each configuration that has its own', async () => {
  const assets = [{ glob: '**/*', input: 'public' }];
  const before = await withAssets(assets);
  const workspace = before
    .readText('/angular.json')
    .replace('"production": {', '"production": { "assets": [],');
  before.overwrite('/angular.json', workspace);
  const { tree } = await ngAdd(before);

  expect(tree.exists('/src/logout-return.html')).toBe(true);
  expect(tree.readText('/angular.json').match(/"glob": "complete-logout.js"/g)).toHaveLength(2);
  expect(tree.readText('/angular.json').match(/"glob": "logout-return.html"/g)).toHaveLength(2);
});

it('is not written where nothing can be copied', async () => {
  const before = await newApplication();
  const workspace = before.readText('/angular.json').replace('"build": {', '"bundle": {');
  before.overwrite('/angular.json', workspace);
  const { tree, messages } = await ngAdd(before);

  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText('/angular.json')).toBe(workspace);
  expect(messages).toContain('mail has no build: there is no popup return page.');
});
