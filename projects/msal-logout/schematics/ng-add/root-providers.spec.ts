import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';

it.each([
  [
    'bootstrapApplication(App);',
    'bootstrapApplication(App, {\n  providers: [\n    provideMsalLogout(',
  ],
  ['bootstrapApplication(\n  App,\n);', 'App, {\n  providers: [\n    provideMsalLogout('],
  ['bootstrapApplication(App, {});', 'providers: [\n    provideMsalLogout('],
  ['bootstrapApplication(App, { providers: [] });', 'providers: [\n  provideMsalLogout('],
])('makes the list of providers where there is none: %s', async (start, expected) => {
  const { tree } = await ngAdd(
    await newApplication(
      {},
      {
        '/src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';

${start}
`,
      },
    ),
  );
  expect(tree.readText('/src/main.ts')).toContain(expected);
  expect(typeErrors(tree)).toEqual([]);
});

it('follows providers that are merged and in another file', async () => {
  const application = await newApplication(
    {},
    { '/src/app/core-providers.ts': 'export const coreProviders = [[]];\n' },
  );
  application.overwrite(
    '/src/main.ts',
    application
      .readText('/src/main.ts')
      .replace('(App, appConfig)', '(App, mergeApplicationConfig(appConfig, { providers: [] }))')
      .replace(/^/, "import { mergeApplicationConfig } from '@angular/core';\n"),
  );
  application.overwrite(
    CONFIG,
    `import { ApplicationConfig } from '@angular/core';
import { coreProviders } from './core-providers';
export const appConfig = { providers: coreProviders } satisfies ApplicationConfig;
`,
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText('/src/app/core-providers.ts')).toContain('[[], provideMsalLogout({ auth: {');
  expect(typeErrors(tree)).toEqual([]);
});

it('follows the configuration that another is made of', async () => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    application
      .readText(CONFIG)
      .replace('export const appConfig', 'const baseConfig')
      .concat('export const appConfig: ApplicationConfig = { ...baseConfig };\n'),
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain('provideRouter(routes),\n    provideMsalLogout(');
  expect(tree.readText(CONFIG)).toContain('= { ...baseConfig };');
  expect(typeErrors(tree)).toEqual([]);
});

it.each([
  ['{ ...baseConfig, ...testConfig }', 'two of them'],
  ['{ providers: [], ...baseConfig }', 'one that may replace the list'],
  ['{ ...{ ...(baseConfig && {}) } }', 'one that cannot be read'],
])('changes no configuration with spreads that could lose providers: %s', async (text) => {
  const config = `import { ApplicationConfig } from '@angular/core';
const baseConfig: ApplicationConfig = { providers: [] };
export const testConfig: Partial<ApplicationConfig> = {};
export const appConfig: Partial<ApplicationConfig> = ${text};
`;
  const { tree, messages } = await ngAdd(await newApplication({}, { [CONFIG]: config }));

  expect(tree.readText(CONFIG)).toBe(config);
  expect(messages).toContain('The providers of the application could not be found.');
});

it('says what to write when the providers are not plain to see', async () => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    `import { ApplicationConfig } from '@angular/core';
const list = () => [];
export const appConfig: ApplicationConfig = { providers: list() };
`,
  );
  const before = application.readText(CONFIG);
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toBe(before);
  expect(messages).toContain("provideMsalLogout(msalInstance, withSignedOutRoute('/signed-out'))");
  expect(messages).toContain('provideHttpClient(withInterceptors([msalLogoutInterceptor]))');
});

it.each([
  [
    "import { MsalService } from '@azure/msal-angular';\nexport const used = MsalService;",
    'provideMsalLogout(() => inject(MSAL_INSTANCE), withSignedOutRoute(',
  ],
  [
    "import { PublicClientApplication } from '@azure/msal-browser';\nexport const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });",
    'provideMsalLogout(mailInstance, withSignedOutRoute(',
  ],
])('says what to write with the instance of the application: %s', async (text, expected) => {
  const application = await newApplication();
  application.overwrite(
    CONFIG,
    `import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
${text}
const list = () => [provideRouter(routes)];
export const appConfig = { providers: list() };
`,
  );
  const { messages } = await ngAdd(application);

  expect(messages).toContain(expected);
  expect(messages).toContain('it has to be /signed-out, registered at your provider');
});
