import { contentsOf, newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

it('adds page, route, providers and interceptor to a new application', async () => {
  const { tree, messages } = await ngAdd(await newApplication());

  expect(tree.readText('/src/app/app.config.ts')).toBe(
    `import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';

import { routes } from './app.routes';
import { provideMsalLogout, withSignedOutRoute, msalLogoutInterceptor } from 'msal-logout';
import { provideHttpClient, withInterceptors } from '@angular/common/http';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes),
    provideMsalLogout(
      {
        auth: {
          clientId: '<client id>',
          authority: '<authority>',
          postLogoutRedirectUri: '/signed-out',
        },
      },
      withSignedOutRoute('/signed-out'),
    ),
    provideHttpClient(withInterceptors([msalLogoutInterceptor]))
  ]
};
`,
  );
  expect(tree.readText('/src/app/app.routes.ts')).toBe(
    `import { Routes } from '@angular/router';
import { SignedOutPage } from './signed-out-page';

export const routes: Routes = [{ path: 'signed-out', component: SignedOutPage }];
`,
  );
  expect(typeErrors(tree)).toEqual([]);
  expect(messages).toContain('Fill in clientId and authority in /src/app/app.config.ts');
  expect(messages).toContain('Register the address /signed-out at your provider');
});

it('adds them to an application with modules', async () => {
  const { tree } = await ngAdd(await newApplication({ standalone: false }));

  const module = tree.readText('/src/app/app-module.ts');
  expect(module).toContain(`  providers: [
    provideBrowserGlobalErrorListeners(),
    provideMsalLogout(
`);
  expect(module).toContain(
    '    provideHttpClient(withInterceptors([msalLogoutInterceptor])),\n  ],',
  );
  expect(tree.readText('/src/app/app-routing-module.ts')).toContain(
    "const routes: Routes = [{ path: 'signed-out', component: SignedOutPage }];",
  );
  expect(typeErrors(tree)).toEqual([]);
});

it.each([{ standalone: true }, { standalone: false }])(
  'names no route in an application without a router, $standalone',
  async ({ standalone }) => {
    const { tree, messages } = await ngAdd(await newApplication({ standalone, routing: false }));

    const path = standalone ? '/src/app/app.config.ts' : '/src/app/app-module.ts';
    expect(tree.readText(path)).toContain("postLogoutRedirectUri: '/',");
    expect(tree.readText(path)).not.toMatch(/withSignedOutRoute|provideRouter/);
    expect(messages).toContain('Show <app-signed-out-page />, of /src/app/signed-out-page.ts');
    expect(typeErrors(tree)).toEqual([]);
  },
);

it.each([
  { standalone: true, routing: true },
  { standalone: true, routing: false },
  { standalone: false, routing: true },
  { standalone: false, routing: false },
])('changes nothing when it runs again: %o', async (options) => {
  const first = await ngAdd(await newApplication(options));
  const second = await ngAdd(first.tree);

  expect(contentsOf(second.tree)).toEqual(contentsOf(first.tree));
  expect(second.messages).toContain('provideMsalLogout is there');
});

it('is for the application that is named, else for the first', async () => {
  const workspace = await newApplication();
  const both = await newApplication({ name: 'admin', prefix: 'adm', inWorkspace: workspace });

  const named = await ngAdd(both, { project: 'admin' });
  expect(named.tree.readText('/projects/admin/src/app/signed-out-page.ts')).toContain(
    "selector: 'adm-signed-out-page'",
  );
  expect(named.tree.exists('/src/app/signed-out-page.ts')).toBe(false);

  const first = await ngAdd(both);
  expect(first.tree.exists('/src/app/signed-out-page.ts')).toBe(true);
  expect(first.tree.exists('/projects/admin/src/app/signed-out-page.ts')).toBe(false);
});

it('refuses an application that is not there', async () => {
  await expect(ngAdd(await newApplication(), { project: 'calendar' })).rejects.toThrow(
    'The workspace has no application calendar. Its applications are: mail.',
  );
});

it('writes in the quotes and line ends of the application', async () => {
  const tree = await newApplication();
  for (const path of ['/src/app/app.config.ts', '/src/app/app.routes.ts', '/src/main.ts']) {
    const text = tree.readText(path).replaceAll("'", '"').replace(/\r?\n/g, '\r\n');
    tree.overwrite(path, text);
  }
  const { tree: after } = await ngAdd(tree);

  for (const file of ['app.config.ts', 'app.routes.ts', 'signed-out-page.ts']) {
    const text = after.readText(`/src/app/${file}`);
    expect(text).not.toContain(file === 'signed-out-page.ts' ? "from '" : "'");
    expect(text).not.toMatch(/(?<!\r)\n/);
  }
});
