import { newApplication, ngAdd } from '../testing/applications';
import { typeErrors } from '../testing/type-errors';

const CONFIG = '/src/app/app.config.ts';

/** An application whose MSAL is configured as the text says. */
async function withConfiguration(text: string) {
  const application = await newApplication(
    {},
    {
      '/src/app/sign-in.ts': `import type { EndSessionRequest } from '@azure/msal-browser';
import { PublicClientApplication } from '@azure/msal-browser';

${text}
export const signOut = (request: EndSessionRequest) => mailInstance.logoutRedirect(request);
`,
    },
  );
  const app = application.readText('/src/app/app.ts');
  application.overwrite('/src/app/app.ts', `import './sign-in';\n${app}`);
  return application;
}

it.each([
  `export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
export const request: EndSessionRequest = { postLogoutRedirectUri: '/bye' };`,
  `export const mailInstance = new PublicClientApplication({ auth: { clientId: 'c' } });
export const leave = () => signOut({ postLogoutRedirectUri: '/bye' });`,
])('is not that of a request: %s', async (text) => {
  const { tree } = await ngAdd(await withConfiguration(text));

  expect(tree.readText(CONFIG)).toContain('withEndSession(');
  expect(typeErrors(tree)).toEqual([]);
});

it.each([
  `const auth = { clientId: 'c', postLogoutRedirectUri: '/bye' };
export const mailInstance = new PublicClientApplication({ auth });`,
  `const common = { clientId: 'c' };
export const mailInstance = new PublicClientApplication({
  auth: { ...common, 'postLogoutRedirectUri': '/bye' },
});`,
])('is that of the configuration, wherever that is: %s', async (text) => {
  const { tree, messages } = await ngAdd(await withConfiguration(text));

  expect(tree.readText(CONFIG)).not.toContain('withEndSession');
  expect(messages).toContain("the postLogoutRedirectUri of your configuration, '/bye'.");
});
