import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';

it.each(['MsalService', 'MsalGuard', 'MsalInterceptor', 'MsalBroadcastService'])(
  'takes that of msal-angular where it is provided elsewhere, and %s is used',
  async (name) => {
    const application = await newApplication();
    const app = application.readText('/src/app/app.ts');
    application.overwrite(
      '/src/app/app.ts',
      `import { ${name} } from '@azure/msal-angular';\n${app}export const used = ${name};\n`,
    );
    const { tree } = await ngAdd(application);

    expect(tree.readText(CONFIG)).toContain('() => inject(MSAL_INSTANCE),');
    expect(typeErrors(tree)).toEqual([]);
  },
);

it('does not take that of msal-angular where only its types are used', async () => {
  const application = await newApplication();
  const app = application.readText('/src/app/app.ts');
  application.overwrite(
    '/src/app/app.ts',
    `import type { MsalService } from '@azure/msal-angular';\n${app}export type Used = MsalService;\n`,
  );
  const { tree } = await ngAdd(application);

  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
});

it('uses an instance in the file that starts the application when the providers are there, too', async () => {
  const { tree } = await ngAdd(
    await newApplication(
      {},
      {
        '/src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { PublicClientApplication } from '@azure/msal-browser';
import { App } from './app/app';

const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
bootstrapApplication(App, { providers: [] });
`,
      },
    ),
  );

  expect(tree.readText('/src/main.ts')).toContain('() => mailInstance,');
  expect(typeErrors(tree)).toEqual([]);
});

it('imports no instance of a file that imports the providers', async () => {
  const application = await newApplication();
  const start = `import { PublicClientApplication } from '@azure/msal-browser';
${application.readText('/src/main.ts').replaceAll("'./app/", "'./")}
export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
`;
  application.create('/src/app/bootstrap.ts', start);
  application.overwrite('/src/main.ts', "import('./app/bootstrap');\n");
  const { tree, messages } = await ngAdd(application);

  expect(tree.readText('/src/app/bootstrap.ts')).toBe(start);
  expect(tree.readText(CONFIG)).toContain("clientId: '<client id>',");
  expect(messages).toContain('/src/app/bootstrap.ts makes an MSAL instance that no other file');
});
