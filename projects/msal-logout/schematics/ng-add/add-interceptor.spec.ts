import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';

/** An application with `client` among its providers, and these imports. */
async function withClient(client: string, names: string) {
  const application = await newApplication();
  const config = application
    .readText(CONFIG)
    .replace('provideRouter(routes)', `provideRouter(routes),\n    ${client},`)
    .replace(/^/, `import { ${names} } from '@angular/common/http';\n`)
    .replace(
      'export const',
      `const token: HttpInterceptorFn = (request, next) => next(request);
const interceptors = [token];

export const`,
    );
  application.overwrite(CONFIG, config);
  return application;
}

it.each([
  ['provideHttpClient()', 'provideHttpClient(withInterceptors([msalLogoutInterceptor]))', ''],
  [
    'provideHttpClient(withFetch())',
    'provideHttpClient(withInterceptors([msalLogoutInterceptor]), withFetch())',
    ', withFetch',
  ],
  [
    'provideHttpClient(withFetch(), withInterceptors([token]))',
    'provideHttpClient(withFetch(), withInterceptors([msalLogoutInterceptor, token]))',
    ', withFetch, withInterceptors',
  ],
  [
    'provideHttpClient(withInterceptors([]))',
    'provideHttpClient(withInterceptors([msalLogoutInterceptor]))',
    ', withInterceptors',
  ],
  [
    'provideHttpClient(withInterceptors(interceptors))',
    'provideHttpClient(withInterceptors([msalLogoutInterceptor, ...interceptors]))',
    ', withInterceptors',
  ],
  [
    'provideHttpClient(\n      withInterceptors([\n        token,\n      ]),\n    )',
    'provideHttpClient(\n      withInterceptors([\n        msalLogoutInterceptor,\n        token,\n      ]),\n    )',
    ', withInterceptors',
  ],
])('comes first in %s', async (before, after, names) => {
  const application = await withClient(before, `HttpInterceptorFn, provideHttpClient${names}`);
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain(`    ${after},`);
  expect(tree.readText(CONFIG).match(/provideHttpClient\(/g)).toHaveLength(1);
  expect(typeErrors(tree)).toEqual([]);
});

it('goes to where the application provides its client, which may be another file', async () => {
  const path = '/src/app/provide-requests.ts';
  const application = await newApplication(
    {},
    {
      [path]: `import { provideHttpClient } from '@angular/common/http';
export const provideRequests = () => provideHttpClient();
`,
    },
  );
  application.overwrite(
    CONFIG,
    `import { provideRequests } from './provide-requests';
${application.readText(CONFIG).replace('provideRouter(routes)', 'provideRouter(routes), provideRequests()')}`,
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(path)).toContain(
    'provideHttpClient(withInterceptors([msalLogoutInterceptor]));',
  );
  expect(tree.readText(CONFIG)).not.toContain('provideHttpClient');
  expect(typeErrors(tree)).toEqual([]);
});

it('keeps interceptors that are classes, and says what stands in the way of being the first', async () => {
  const application = await newApplication({ standalone: false });
  const path = '/src/app/app-module.ts';
  application.overwrite(
    path,
    application
      .readText(path)
      .replace('BrowserModule,', 'BrowserModule,\n    HttpClientModule,')
      .replace(/^/, "import { HttpClientModule } from '@angular/common/http';\n"),
  );
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText(path)).toContain(
    'provideHttpClient(withInterceptors([msalLogoutInterceptor]), withInterceptorsFromDi()),',
  );
  expect(messages).toContain(`Remove HttpClientModule from the imports in ${path}`);
  expect(typeErrors(tree)).toEqual([]);
});

it('leaves alone a client that has it', async () => {
  const application = await withClient(
    'provideHttpClient(withInterceptors([token, msalLogoutInterceptor]))',
    'HttpInterceptorFn, provideHttpClient, withInterceptors',
  );
  const text = `import { msalLogoutInterceptor } from 'msal-logout';\n${application.readText(CONFIG)}`;
  application.overwrite(CONFIG, text);
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain('withInterceptors([token, msalLogoutInterceptor])');
  expect(tree.readText(CONFIG).match(/provideHttpClient\(/g)).toHaveLength(1);
});

it.each(['provideHttpClient()', 'provideHttpClient(withFetch())'])(
  'adds nothing to a client whose application cannot be given the providers: %s',
  async (client) => {
    const application = await withClient(client, 'HttpInterceptorFn, provideHttpClient, withFetch');
    const config = application
      .readText(CONFIG)
      .replace('providers: [', 'providers: list([')
      .replace(/\]\s*\};\s*$/, ']) };\n')
      .replace('export const', 'const list = <T>(it: T): T => it;\nexport const');
    application.overwrite(CONFIG, config);
    const { tree, messages } = await ngAdd(application);

    expect(tree.readText(CONFIG)).toBe(config);
    expect(messages).toContain(`Add to provideHttpClient in ${CONFIG}`);
    expect(typeErrors(tree)).toEqual([]);
  },
);

it('leaves alone a client that other applications may share', async () => {
  const path = '/shared/provide-requests.ts';
  const requests = `import { provideHttpClient } from '@angular/common/http';
export const provideRequests = () => provideHttpClient();
`;
  const application = await newApplication({}, { [path]: requests });
  const config = application.readText(CONFIG);
  application.overwrite(
    CONFIG,
    `import { provideRequests } from '../../shared/provide-requests';
${config.replace('provideRouter(routes)', 'provideRouter(routes), provideRequests()')}`,
  );
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText(path)).toBe(requests);
  expect(tree.readText(CONFIG)).not.toContain('provideHttpClient');
  expect(messages).toContain(`Add to provideHttpClient in ${path}`);
});

it('says that the requests are to be named, unless they are', async () => {
  const { messages } = await ngAdd(await newApplication());
  expect(messages).toContain("withProtectedResources(['https://api.example/'])");

  const application = await newApplication();
  const config = application
    .readText(CONFIG)
    .replace(
      'provideRouter(routes)',
      'provideRouter(routes), provideMsalLogout({}, withProtectedResources([]))',
    );
  application.overwrite(
    CONFIG,
    `import { provideMsalLogout, withProtectedResources } from 'msal-logout';\n${config}`,
  );
  const named = await ngAdd(application);
  expect(named.messages).not.toContain('withProtectedResources');
});
