import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { identityServer } from '../demo-servers.mjs';
import { findFreePort } from '../ports.mjs';
import { WORKSPACE } from '../workspace.mjs';
import { NewApplication } from './new-application.mjs';
import { findNode } from './find-node.mjs';
import { runQuietly } from './run-quietly.mjs';
import { Terminal } from './terminal.mjs';
import { ANGULAR } from './versions.mjs';
import { whileRunning } from './while-running.mjs';

/** @typedef {import('./combinations.mjs').Combination} Combination */

/**
 * Goes the way of somebody who has an application and the packed library, up to a sign-out in a browser.
 * @param {Combination} combination
 * @param {object} places
 * @param {string} places.folder an empty one, outside the workspace
 * @param {string} places.tarball
 * @param {string} places.reports where a screenshot is kept
 * @throws at the first step that fails
 */
export async function tryPackage(combination, { folder, tarball, reports }) {
  mkdirSync(folder);
  const [port, identityPort] = [await findFreePort(), await findFreePort()];
  const app = `http://localhost:${port}`;
  const identityServerUrl = `http://localhost:${identityPort}`;
  const terminal = new Terminal(await findNode(combination.angular, folder));
  const application = new NewApplication(terminal, folder);

  await whileRunning(identityServer({ port, identityPort }), WORKSPACE, async () => {
    await step('ng new', () => application.create(combination));
    const provider = await configurationOf(identityServerUrl);
    await step('sign-in with MSAL', () => application.addSignIn(combination, provider));
    await step('npm install of the tarball', () => application.install(tarball));
    await step('ng add msal-logout', () => application.addSignOut());
    await step('type check, declarations included', () => application.checkTypes());
    await step('ng test', () => application.test(combination));
    await step('ng build', () => application.build());
    await step('sign in and out in a browser', () =>
      whileRunning(site(application.built, port), WORKSPACE, () =>
        signInAndOut({
          APP: app,
          IDENTITY_SERVER: identityServerUrl,
          ANGULAR_VERSION: ANGULAR[combination.angular].framework,
          REPORTS: reports,
        }),
      ),
    );
  });
}

/**
 * @param {string} name
 * @param {() => Promise<void>} act
 */
async function step(name, act) {
  try {
    await act();
    console.log(`  ✓ ${name}`);
  } catch (error) {
    console.log(`  ✗ ${name}`);
    throw error;
  }
}

/**
 * What MSAL has to be told of a provider on plain http.
 * @param {string} url
 */
async function configurationOf(url) {
  const response = await fetch(`${url}/.well-known/openid-configuration`);
  return {
    clientId: 'sample-app',
    authority: url.replace('http:', 'https:'),
    knownAuthorities: [new URL(url).host],
    authorityMetadata: await response.text(),
  };
}

/**
 * @param {string} folder
 * @param {number} port
 * @returns {import('../server-process.mjs').ServerSpec}
 */
function site(folder, port) {
  const preview = [join('node_modules', 'vite', 'bin', 'vite.js'), 'preview'];
  return {
    name: 'site',
    args: [...preview, '--outDir', folder, '--port', `${port}`, '--strictPort'],
    url: `http://localhost:${port}/`,
  };
}

/** @param {Record<'APP' | 'IDENTITY_SERVER' | 'ANGULAR_VERSION' | 'REPORTS', string>} variables */
function signInAndOut(variables) {
  const playwright = ['node_modules/@playwright/test/cli.js', 'test'];
  const config = ['--config', 'tools/package-test/playwright.config.ts'];
  const env = { ...process.env, ...variables };
  return runQuietly(process.execPath, [...playwright, ...config], { cwd: WORKSPACE, env });
}
