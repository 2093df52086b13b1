import { newApplication, ngAdd } from '../testing/applications';

const CONFIG = '/src/app/app.config.ts';
const UNKNOWN = 'the base of the application could not be told';

/** An application with this base in its index.html. */
async function withBase(href: string) {
  const application = await newApplication();
  const index = application.readText('/src/index.html');
  application.overwrite('/src/index.html', index.replace('href="/"', `href="${href}"`));
  return application;
}

/** An application whose build has this base, in its options or in a configuration. */
async function withOption(place: '"options": {' | '"production": {', href: string) {
  const application = await newApplication();
  const workspace = application
    .readText('/angular.json')
    .replace(place, `${place} "baseHref": "${href}",`);
  application.overwrite('/angular.json', workspace);
  return application;
}

it.each(['/mail', '/mail/'])('has one slash after the base: %s', async (href) => {
  for (const application of [await withBase(href), await withOption('"options": {', href)]) {
    const { tree, messages } = await ngAdd(application);

    expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/mail/signed-out',");
    expect(messages).not.toContain(UNKNOWN);
  }
});

it('reads the configuration that the build takes by default', async () => {
  const { tree } = await ngAdd(await withOption('"production": {', '/mail/'));
  expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/mail/signed-out',");
});

it.each(['./', 'https://mail.example/', '//mail.example/'])(
  'says that it could not tell the base: %s',
  async (href) => {
    for (const application of [await withBase(href), await withOption('"options": {', href)]) {
      const { tree, messages } = await ngAdd(application);

      expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/signed-out',");
      expect(messages).toContain(UNKNOWN);
    }
  },
);

it('says that it could not tell a base that is provided', async () => {
  const application = await newApplication();
  const config = application
    .readText(CONFIG)
    .replace(
      'provideRouter(routes)',
      "provideRouter(routes), { provide: APP_BASE_HREF, useValue: '/mail/' }",
    );
  application.overwrite(CONFIG, `import { APP_BASE_HREF } from '@angular/common';\n${config}`);

  expect((await ngAdd(application)).messages).toContain(UNKNOWN);
});
