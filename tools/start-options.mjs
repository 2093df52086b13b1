// A default import: a Node that is too old has no `parseArgs`, and is told so by require-node.mjs.
import util from 'node:util';

const USAGE = 'Usage: npm start -- [--port 4200] [--identity-port 4210] [--no-watch] [--verbose]';

/**
 * @typedef {object} StartOptions
 * @property {number} port where the sample app is served
 * @property {number} identityPort where the identity server is
 * @property {boolean} watch builds the app again when a file changes; else it ends when it does not build
 * @property {boolean} verbose shows all that the two servers print
 */

/**
 * Reads the options of `npm start`; what is not on the command line may be in PORT and IDENTITY_PORT.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartOptions}
 * @throws {Error} with one line for the reader, when an option is not known or is no port
 */
export function readStartOptions(args, env) {
  const { values } = parse(args);
  const options = {
    port: toPort('--port', values.port ?? (env['PORT'] || '4200')),
    identityPort: toPort(
      '--identity-port',
      values['identity-port'] ?? (env['IDENTITY_PORT'] || '4210'),
    ),
    watch: !values['no-watch'],
    verbose: values.verbose,
  };
  if (options.port === options.identityPort) {
    throw new Error(`--port and --identity-port cannot both be ${options.port}. ${USAGE}`);
  }
  return options;
}

/** @param {string[]} args */
function parse(args) {
  try {
    return util.parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'identity-port': { type: 'string' },
        'no-watch': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Error(`${message.split('\n')[0]}. ${USAGE}`, { cause: error });
  }
}

/**
 * @param {string} option
 * @param {string} text
 */
function toPort(option, text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Error(`${option} takes a number from 1 to 65535, not "${text}". ${USAGE}`);
}
