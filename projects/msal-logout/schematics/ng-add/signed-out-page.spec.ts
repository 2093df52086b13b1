import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const ROUTES = '/src/app/app.routes.ts';
const PAGE = '/src/app/signed-out-page.ts';

/** An application with these routes. */
function withRoutes(routes: string) {
  return newApplication(
    {},
    {
      [ROUTES]: `import { Routes } from '@angular/router';
import { App } from './app';

export const routes: Routes = ${routes};
`,
    },
  );
}

it.each([
  ['a wildcard', "{ path: '**', component: App }"],
  ['a parameter', "{ path: ':folder', component: App }"],
  ['a layout for all', "{ path: '', component: App, children: [{ path: '**', component: App }] }"],
  ['a list that is somewhere else', "...[{ path: '**', component: App }]"],
])('comes before %s', async (_, taker) => {
  const { tree } = await ngAdd(
    await withRoutes(`[
  { path: '', pathMatch: 'full', component: App },
  { path: 'inbox', component: App },
  // whatever else
  ${taker},
]`),
  );

  expect(tree.readText(ROUTES)).toContain(`  { path: 'inbox', component: App },
  { path: 'signed-out', component: SignedOutPage },
  // whatever else
  ${taker},
]`);
  expect(typeErrors(tree)).toEqual([]);
});

it('comes last where nothing would take its address', async () => {
  const { tree } = await ngAdd(await withRoutes("[{ path: 'inbox', component: App }]"));
  expect(tree.readText(ROUTES)).toContain(
    "[{ path: 'inbox', component: App }, { path: 'signed-out', component: SignedOutPage }]",
  );
});

it('leaves alone a signed-out route of the application', async () => {
  const before = await withRoutes("[{ path: 'signed-out', component: App }]");
  const { tree } = await ngAdd(before);

  expect(tree.readText(ROUTES)).toBe(before.readText(ROUTES));
  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText('/src/app/app.config.ts')).toContain("withSignedOutRoute('/signed-out')");
});

it('overwrites no page of the application', async () => {
  const page = `import { Component } from '@angular/core';
@Component({ selector: 'app-bye', template: 'Bye.' })
export class SignedOutPage {}
`;
  const { tree } = await ngAdd(await newApplication({}, { [PAGE]: page }));

  expect(tree.readText(PAGE)).toBe(page);
  expect(tree.readText(ROUTES)).toContain("{ path: 'signed-out', component: SignedOutPage }");
  expect(typeErrors(tree)).toEqual([]);
});

it.each(['export class SignedOutPageComponent {}', 'export default class SignedOutPage {}'])(
  'imports nothing that a page of the application does not export: %s',
  async (page) => {
    const before = await newApplication({}, { [PAGE]: `${page}\n` });
    const { tree, messages } = await ngAdd(before);

    expect(tree.readText(ROUTES)).toBe(before.readText(ROUTES));
    expect(messages).toContain(`${PAGE} exports no SignedOutPage.`);
    expect(typeErrors(tree)).toEqual([]);
  },
);

it('says what to write when the routes cannot be followed', async () => {
  const { tree, messages } = await ngAdd(await withRoutes('[[]].flat()'));

  expect(tree.readText('/src/app/app.config.ts')).not.toContain('withSignedOutRoute');
  expect(messages).toContain("{ path: 'signed-out', component: SignedOutPage }");
  expect(messages).toContain("and to provideMsalLogout(…): withSignedOutRoute('/signed-out')");
});

it('has the address of the page also where its route is left to the user', async () => {
  const { tree, messages } = await ngAdd(await withRoutes('[[]].flat()'));

  expect(tree.readText('/src/app/app.config.ts')).toContain("postLogoutRedirectUri: '/signed-out'");
  expect(messages).toContain('Register the address /signed-out at your provider');
});

/** An application that calls `provideMsalLogout` itself. */
async function withProvided(features: string) {
  const application = await withRoutes('[]');
  const config = application
    .readText('/src/app/app.config.ts')
    .replace('provideRouter(routes)', `provideRouter(routes), provideMsalLogout({}${features})`);
  application.overwrite(
    '/src/app/app.config.ts',
    `import { provideMsalLogout, withSignedOutRoute } from 'msal-logout';\n${config}`,
  );
  return application;
}

it('adds no page where the application has named one', async () => {
  const before = await withProvided(", withSignedOutRoute('/bye')");
  const { tree, messages } = await ngAdd(before);

  expect(tree.exists(PAGE)).toBe(false);
  expect(tree.readText(ROUTES)).toBe(before.readText(ROUTES));
  expect(messages).toContain('withSignedOutRoute is there');
});

it('adds no second route where the first has been moved', async () => {
  const { tree } = await ngAdd(await withRoutes('[]'));
  const moved = tree
    .readText(ROUTES)
    .replace(/\[(\{.*\})\]/, "[{ path: '', component: App, children: [$1] }]");
  tree.overwrite(ROUTES, moved);

  expect((await ngAdd(tree)).tree.readText(ROUTES)).toBe(moved);
});

it('says that the page is to be named where provideMsalLogout is there', async () => {
  const { tree, messages } = await ngAdd(await withProvided(''));

  expect(tree.readText(ROUTES)).toContain("path: 'signed-out'");
  expect(messages).toContain("Add to provideMsalLogout(…): withSignedOutRoute('/signed-out')");
  expect(messages).toContain('it has to be /signed-out, registered at your provider');
});

it('begins the selector with the prefix of the application, if there is one', async () => {
  const mail = await ngAdd(await newApplication({ prefix: 'mail' }));
  expect(mail.tree.readText(PAGE)).toContain("selector: 'mail-signed-out-page'");

  const application = await newApplication();
  const workspace = application.readText('/angular.json');
  application.overwrite('/angular.json', workspace.replace('"prefix": "app"', '"prefix": ""'));
  const plain = await ngAdd(application);
  expect(plain.tree.readText(PAGE)).toContain("selector: 'signed-out-page'");
});
