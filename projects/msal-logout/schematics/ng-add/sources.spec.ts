import { contentsOf, newApplication, ngAdd } from '../testing/applications';

const CONFIG = '/src/app/app.config.ts';
const ROUTES = '/src/app/app.routes.ts';
const MAIN = '/src/main.ts';

it.each([
  '/src/test-providers.ts',
  '/src/app/app.config.server.ts',
  '/src/app/inbox.stories.ts',
  '/src/app/testing/inbox.ts',
])('takes no file for the application that does not run in it: %s', async (path) => {
  const text = `import { provideHttpClient } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { PublicClientApplication } from '@azure/msal-browser';

export const fake = new PublicClientApplication({ auth: { clientId: 'c' } });
export default [provideHttpClient(), provideRouter([])];
`;
  const { tree } = await ngAdd(await newApplication({}, { [path]: text }));

  expect(tree.readText(path)).toBe(text);
  expect(tree.readText(ROUTES)).toContain("path: 'signed-out'");
  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
  expect(tree.readText(CONFIG)).toContain('withInterceptors([msalLogoutInterceptor])');
});

it.each([
  ['import { appConfig } from "@app/app.config";', '{ "paths": { "@app/*": ["./src/app/*"] } }'],
  ['import { appConfig } from "app/app.config";', '{ "baseUrl": "src" }'],
  ['import { appConfig } from "./app/app.config.js";', '{}'],
])('follows imports as TypeScript does: %s', async (line, options) => {
  const application = await newApplication();
  const routes = application.readText(ROUTES);
  application.overwrite(
    CONFIG,
    `import { provideHttpClient } from '@angular/common/http';
${application.readText(CONFIG).replace('provideRouter(routes)', 'provideRouter(routes), provideHttpClient()')}`,
  );
  application.overwrite(
    MAIN,
    application.readText(MAIN).replace(/^import \{ appConfig \}.*$/m, line),
  );
  application.overwrite('/tsconfig.json', `{ "compilerOptions": ${options} }`);
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain('provideMsalLogout(');
  expect(tree.readText(ROUTES)).not.toBe(routes);
  expect(tree.readText(MAIN)).toBe(application.readText(MAIN));
});

it.each([
  [
    'a name that is passed on',
    "export { routes } from './inbox-routes';",
    "import { routes } from './all';",
    'export const routes = [];',
  ],
  [
    'another name',
    "export { list as routes } from './inbox-routes';",
    "import { routes } from './all';",
    'const made = [];\nexport { made as list };',
  ],
  [
    'all names',
    "export * from './all';\nexport * from './inbox-routes';",
    "import { routes } from './all';",
    'export const routes = [];',
  ],
  [
    'a default export',
    "export { default } from './inbox-routes';",
    "import routes from './all';",
    'export default [];',
  ],
])('follows %s', async (_, all, line, text) => {
  const application = await newApplication(
    {},
    { '/src/app/all.ts': `${all}\n`, '/src/app/inbox-routes.ts': `${text}\n` },
  );
  application.overwrite(
    CONFIG,
    application.readText(CONFIG).replace("import { routes } from './app.routes';", line),
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText('/src/app/inbox-routes.ts')).toContain(
    "[{ path: 'signed-out', component: SignedOutPage }]",
  );
});

it('sees what it has written outside of the folder of the application', async () => {
  const application = await newApplication(
    {},
    { '/shared/core.config.ts': 'export const coreConfig = { providers: [[]] };\n' },
  );
  application.overwrite(
    MAIN,
    application
      .readText(MAIN)
      .replace(
        /^import \{ appConfig \}.*$/m,
        "import { coreConfig as appConfig } from '../shared/core.config';",
      ),
  );
  const first = await ngAdd(application);
  const second = await ngAdd(first.tree);

  expect(first.tree.readText('/shared/core.config.ts')).toContain('provideMsalLogout(');
  expect(contentsOf(second.tree)).toEqual(contentsOf(first.tree));
});
