import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace.mjs';
import { karmaBrowser } from './karma-browser.mjs';
import { ANGULAR, MSAL_BROWSER } from './versions.mjs';

/** @typedef {import('./combinations.mjs').Combination} Combination */

const FILES = join(WORKSPACE, 'tools', 'package-test', 'app');
const NAME = 'stranger';

/**
 * An application as its developer has it when the library comes: made by `ng new`, with MSAL's sign-in, and with a
 * button that needs the library. Nobody edits a file after `ng add`.
 */
export class NewApplication {
  #terminal;
  #parent;

  /**
   * @param {import('./terminal.mjs').Terminal} terminal
   * @param {string} parent the folder that the application's folder is in
   */
  constructor(terminal, parent) {
    this.#terminal = terminal;
    this.#parent = parent;
  }

  get #folder() {
    return join(this.#parent, NAME);
  }

  /** Where `build` writes what is to be served. */
  get built() {
    return join(this.#folder, 'dist', NAME, 'browser');
  }

  /** @param {Combination} combination */
  async create({ angular, testedBy }) {
    const { cli, framework, typescript } = ANGULAR[angular];
    const options = ['--defaults', '--skip-git', '--skip-install', '--test-runner', testedBy];
    await this.#terminal.npm(
      this.#parent,
      ...['exec', '--yes', '--', `@angular/cli@${cli}`, 'new', NAME, ...options],
    );
    // `ng new` takes the newest within a range.
    this.#editJson('package.json', (manifest) => {
      for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
        for (const name of Object.keys(dependencies)) {
          if (/^@angular\/(cli|build)$/.test(name)) dependencies[name] = cli;
          else if (name.startsWith('@angular/')) dependencies[name] = framework;
          else if (name === 'typescript') dependencies[name] = typescript;
        }
      }
    });
  }

  /**
   * Signs people in as MSAL's documents have it, and has the button that the quick start of this library has.
   * @param {Combination} combination
   * @param {object} identityProvider the values of the configuration that are not the same for everybody
   */
  async addSignIn({ angular, msal, signsInWith }, identityProvider) {
    const { msalAngular } = ANGULAR[angular];
    await this.install(
      `@azure/msal-browser@${MSAL_BROWSER[msal]}`,
      ...(signsInWith === 'msal-angular' ? [`@azure/msal-angular@${msalAngular}`] : []),
    );
    this.#copy('every');
    this.#copy(signsInWith);
    this.#copy(msal === 5 ? 'msal-5' : 'msal-4');
    writeFileSync(
      join(this.#folder, 'src', 'app', 'identity-provider.ts'),
      `export const identityProvider = ${JSON.stringify(identityProvider, null, 2)};\n`,
    );
    if (msal === 5) this.#serveRedirectBridge();
  }

  /** @param {readonly string[]} packages */
  async install(...packages) {
    await this.#terminal.npm(this.#folder, 'install', '--save-exact', ...packages);
  }

  async addSignOut() {
    const cli = 'node_modules/@angular/cli/bin/ng.js';
    await this.#terminal.node(this.#folder, cli, 'add', 'msal-logout', '--skip-confirmation');
  }

  /** Under the options that `ng new` has chosen, but with the declarations of the packages checked, too. */
  async checkTypes() {
    const compiler = 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js';
    const options = ['--noEmit', '--skipLibCheck', 'false'];
    await this.#terminal.node(this.#folder, compiler, '-p', 'tsconfig.app.json', ...options);
  }

  /**
   * Runs the spec that uses `msal-logout/testing`.
   * @param {Combination} combination
   */
  async test({ testedBy }) {
    const options = ['--no-watch', '--include', 'src/app/sign-out-button.spec.ts'];
    if (testedBy === 'karma') {
      options.push('--browsers', 'ChromeHeadless');
      process.env['CHROME_BIN'] = karmaBrowser(this.#parent);
    }
    await this.#terminal.npm(this.#folder, 'test', '--', ...options);
  }

  async build() {
    await this.#terminal.npm(this.#folder, 'run', 'build');
  }

  /** The script of the page that MSAL 5 has the provider return to. */
  #serveRedirectBridge() {
    this.#editJson('angular.json', ({ projects }) => {
      projects[NAME].architect.build.options.assets.push({
        glob: 'msal-redirect-bridge.min.js',
        input: 'node_modules/@azure/msal-browser/lib/redirect-bridge',
      });
    });
  }

  /** @param {string} files */
  #copy(files) {
    cpSync(join(FILES, files), this.#folder, { recursive: true });
  }

  /**
   * @param {string} name
   * @param {(content: any) => void} edit
   */
  #editJson(name, edit) {
    const file = join(this.#folder, name);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    edit(content);
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  }
}
