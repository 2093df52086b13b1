import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';

/** An application with `provider` and these imports. */
async function withProvider(provider: string, imports: string) {
  const application = await newApplication();
  const config = application
    .readText(CONFIG)
    .replace('provideRouter(routes)', `provideRouter(routes), ${provider}`);
  application.overwrite(CONFIG, `${imports}\n${config}`);
  return application;
}

it('comes back to the application itself when its routes are in the fragment by a provider', async () => {
  const application = await withProvider(
    '{ provide: LocationStrategy, useClass: HashLocationStrategy }',
    "import { HashLocationStrategy, LocationStrategy } from '@angular/common';",
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/'");
  expect(typeErrors(tree)).toEqual([]);
});

it.each([
  ['{ useHash: true }', '/'],
  ['{ useHash:true }', '/'],
  ['{ useHash: location.protocol === "file:" }', '/'],
  ['{ useHash: false }', '/signed-out'],
])('reads %s', async (options, address) => {
  const application = await withProvider(
    `importProvidersFrom(RouterModule.forRoot([], ${options}))`,
    `import { importProvidersFrom } from '@angular/core';
import { RouterModule } from '@angular/router';`,
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain(`postLogoutRedirectUri: '${address}'`);
});
