/** @typedef {import('./server-process.mjs').ServerSpec} ServerSpec */
/** @typedef {import('./start-options.mjs').StartOptions} StartOptions */

/**
 * @param {Pick<StartOptions, 'port' | 'identityPort'>} options
 * @returns {ServerSpec}
 */
export function identityServer({ port, identityPort }) {
  // Some versions of Node 22 call `require` of an ES module experimental, on every start.
  const main = [
    '--disable-warning=ExperimentalWarning',
    '-r',
    'esbuild-register',
    'projects/sample-app/identity-server/main.ts',
  ];
  const url = `http://localhost:${identityPort}`;
  return {
    name: 'identity server',
    args: [...main, '--port', `${identityPort}`, '--app-origin', `http://localhost:${port}`],
    url: `${url}/.well-known/openid-configuration`,
    // What oidc-provider says about Node 20, which the tests run it with.
    hides: /^oidc-provider WARNING: Unsupported runtime/,
  };
}

/**
 * @param {StartOptions} options
 * @returns {ServerSpec}
 */
export function sampleApp({ port, identityPort, watch }) {
  const serve = ['node_modules/@angular/cli/bin/ng.js', 'serve', 'sample-app'];
  const define = `IDENTITY_SERVER_URL='http://localhost:${identityPort}'`;
  return {
    name: 'sample app',
    args: [...serve, '--port', `${port}`, '--define', define, ...(watch ? [] : ['--no-watch'])],
    url: `http://localhost:${port}/`,
    shows: /^Application bundle generation/,
    // Said when CI is set, which turns Angular's cache off.
    hides: /^Prebundling has been configured but will not be used/,
  };
}
