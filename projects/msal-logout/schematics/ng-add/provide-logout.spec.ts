import type { NewApplication } from '../testing/applications';
import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';
const INSTANCE = '/src/app/sign-in/msal-instance.ts';

/** An application that makes its MSAL instance as the text says. */
async function withInstance(text: string, options?: NewApplication) {
  const application = await newApplication(options, {
    [INSTANCE]: `import { PublicClientApplication } from '@azure/msal-browser';\n\n${text}\n`,
  });
  const app = application.readText('/src/app/app.ts');
  application.overwrite('/src/app/app.ts', `import './sign-in/msal-instance';\n${app}`);
  return application;
}

const MSAL_ANGULAR = `import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { MSAL_INSTANCE, MsalService } from '@azure/msal-angular';
import { PublicClientApplication } from '@azure/msal-browser';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    {
      provide: MSAL_INSTANCE,
      useFactory: () => new PublicClientApplication({ auth: { clientId: 'c' } }),
    },
    MsalService,
  ],
};
`;

it('takes the instance that msal-angular is given', async () => {
  const { tree, messages } = await ngAdd(await newApplication({}, { [CONFIG]: MSAL_ANGULAR }));

  const config = tree.readText(CONFIG);
  expect(config).toContain(`    MsalService,
    provideMsalLogout(
      () => inject(MSAL_INSTANCE),
      withSignedOutRoute('/signed-out'),
      withEndSession({ auth: { postLogoutRedirectUri: '/signed-out' } }),
    ),
`);
  expect(config).toContain("import { inject } from '@angular/core';");
  expect(config.match(/MSAL_INSTANCE.*from '@azure\/msal-angular'/g)).toHaveLength(1);
  expect(messages).not.toContain('clientId');
  expect(typeErrors(tree)).toEqual([]);
});

it('takes the instance of MsalModule, in an application with modules', async () => {
  const application = await newApplication({ standalone: false });
  const path = '/src/app/app-module.ts';
  const module = application
    .readText(path)
    .replace(
      'BrowserModule,',
      'BrowserModule,\n    MsalModule.forRoot(msalInstance, guard, interceptor),',
    )
    .replace(
      'import { App }',
      `import { MsalModule } from '@azure/msal-angular';
import { InteractionType, PublicClientApplication } from '@azure/msal-browser';
import { App }`,
    )
    .replace(
      '@NgModule',
      `const msalInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
const guard = { interactionType: InteractionType.Redirect as const };
const interceptor = { ...guard, protectedResourceMap: new Map<string, string[]>() };

@NgModule`,
    );
  application.overwrite(path, module);
  const { tree } = await ngAdd(application);

  expect(tree.readText(path)).toContain(`    provideMsalLogout(
      () => inject(MSAL_INSTANCE),
`);
  expect(tree.readText(path)).toContain(
    "import { MsalModule, MSAL_INSTANCE } from '@azure/msal-angular';",
  );
  expect(typeErrors(tree)).toEqual([]);
});

it.each([
  [
    'const',
    `export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });`,
  ],
  [
    'export list',
    `const made = new PublicClientApplication({ auth: { clientId: 'c' } });\nexport { made as mailInstance };`,
  ],
  [
    'function of the package',
    `import { createStandardPublicClientApplication } from '@azure/msal-browser';
export const mailInstance = await createStandardPublicClientApplication({ auth: { clientId: 'c' } });`,
  ],
])('imports the instance that the application exports: %s', async (_, text) => {
  const before = await withInstance(text);
  const { tree } = await ngAdd(before);

  expect(tree.readText(CONFIG)).toContain(`    provideMsalLogout(
      mailInstance,
      withSignedOutRoute('/signed-out'),
      withEndSession({ auth: { postLogoutRedirectUri: '/signed-out' } }),
    ),
`);
  expect(tree.readText(CONFIG)).toContain(
    "import { mailInstance } from './sign-in/msal-instance';",
  );
  expect(tree.readText(INSTANCE)).toBe(before.readText(INSTANCE));
  expect(typeErrors(tree)).toEqual([]);
});

it('imports the instance that MSAL 3 and 4 have a method for', async () => {
  const { tree } = await ngAdd(
    await withInstance(
      `export const mailInstance = await PublicClientApplication.createPublicClientApplication({});`,
    ),
  );
  expect(tree.readText(CONFIG)).toContain(
    "import { mailInstance } from './sign-in/msal-instance';",
  );
});

it('exports an instance that its file keeps for itself', async () => {
  const { tree } = await ngAdd(
    await withInstance(`// Of people.
const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
export const signIn = () => mailInstance.loginRedirect();`),
  );

  expect(tree.readText(INSTANCE)).toContain('// Of people.\nexport const mailInstance =');
  expect(tree.readText(CONFIG)).toContain(
    "import { mailInstance } from './sign-in/msal-instance';",
  );
  expect(typeErrors(tree)).toEqual([]);
});

it.each([
  [
    'made in a function',
    `export function createInstance() {
  return new PublicClientApplication({ auth: { clientId: 'c' } });
}`,
  ],
  [
    'a promise of one',
    `import { createStandardPublicClientApplication } from '@azure/msal-browser';
export const mailInstance = createStandardPublicClientApplication({ auth: { clientId: 'c' } });`,
  ],
])('says what to write when nothing can import the instance: %s', async (_, text) => {
  const before = await withInstance(text);
  const { tree, messages } = await ngAdd(before);

  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
  expect(tree.readText(INSTANCE)).toBe(before.readText(INSTANCE));
  expect(messages).toContain(`${INSTANCE} makes an MSAL instance that no other file can import.`);
  expect(typeErrors(tree)).toEqual([]);
});

it('does not import the file that starts the application', async () => {
  const application = await newApplication();
  const main = `import { PublicClientApplication } from '@azure/msal-browser';
${application.readText('/src/main.ts')}
export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
`;
  application.overwrite('/src/main.ts', main);
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText('/src/main.ts')).toBe(main);
  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
  expect(messages).toContain('/src/main.ts makes an MSAL instance that no other file can import.');
});

it('uses an instance in the file of the providers, also one that comes later', async () => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    `import { PublicClientApplication } from '@azure/msal-browser';
${application.readText(CONFIG)}
const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
`,
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain('provideMsalLogout(\n      () => mailInstance,');
  expect(typeErrors(tree)).toEqual([]);
});

it('finds no instance in tests', async () => {
  const application = await newApplication(
    {},
    {
      '/src/app/sign-in/fake.spec.ts': `import { PublicClientApplication } from '@azure/msal-browser';
export const fake = new PublicClientApplication({ auth: { clientId: 'c' } });`,
    },
  );
  const { tree } = await ngAdd(application);
  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
});

it('leaves the configured postLogoutRedirectUri, and says where people come back to', async () => {
  const { tree, messages } = await ngAdd(
    await withInstance(`export const mailInstance = new PublicClientApplication({
  auth: { clientId: 'c', postLogoutRedirectUri: '/bye' },
});`),
  );

  expect(tree.readText(CONFIG)).not.toContain('withEndSession');
  expect(messages).toContain("the postLogoutRedirectUri of your configuration, '/bye'.");
});

it('does not take the postLogoutRedirectUri of one request for that of the configuration', async () => {
  const { tree } = await ngAdd(
    await withInstance(`export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
export const signOut = () => mailInstance.logoutRedirect({ postLogoutRedirectUri: '/bye' });`),
  );
  expect(tree.readText(CONFIG)).toContain('withEndSession(');
});

it('begins the address with the base of the application', async () => {
  const application = await newApplication();
  const index = application.readText('/src/index.html');
  application.overwrite('/src/index.html', index.replace('href="/"', 'href="/mail/"'));
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/mail/signed-out',");
  expect(tree.readText(CONFIG)).toContain("withSignedOutRoute('/signed-out')");
  expect(messages).toContain('Register the address /mail/signed-out');
});

it('comes back to the application itself when its routes are in the fragment', async () => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    application
      .readText(CONFIG)
      .replace('provideRouter(routes)', 'provideRouter(routes, withHashLocation())')
      .replace('{ provideRouter }', '{ provideRouter, withHashLocation }'),
  );
  const { tree } = await ngAdd(application);
  expect(tree.readText(CONFIG)).toContain("postLogoutRedirectUri: '/',");
});

it('imports under another name what the file calls otherwise', async () => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    application.readText(CONFIG).replace('export', 'const withSignedOutRoute = 1;\nexport'),
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain('withSignedOutRoute as msalWithSignedOutRoute');
  expect(tree.readText(CONFIG)).toContain("msalWithSignedOutRoute('/signed-out')");
  expect(typeErrors(tree)).toEqual([]);
});
