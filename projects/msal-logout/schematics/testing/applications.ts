import type { Tree } from '@angular-devkit/schematics';
import { SchematicTestRunner, UnitTestTree } from '@angular-devkit/schematics/testing';
import { dirname, join } from 'node:path';

/** Its collection is not among the exports of the package. */
const ANGULAR = join(
  dirname(require.resolve('@schematics/angular/package.json')),
  'collection.json',
);
const COLLECTION = join(__dirname, '../collection.json');

/** What `ng new` is asked for, as far as it makes a difference here. */
export interface NewApplication {
  readonly name?: string;
  readonly standalone?: boolean;
  readonly routing?: boolean;
  readonly prefix?: string;
  readonly inWorkspace?: Tree;
}

/** An application as Angular's own schematics write it, at the root of the workspace, and `files` in it. */
export async function newApplication(
  options: NewApplication = {},
  files: Readonly<Record<string, string>> = {},
): Promise<UnitTestTree> {
  const { name = 'mail', inWorkspace, ...rest } = options;
  const angular = new SchematicTestRunner('@schematics/angular', ANGULAR);
  const workspace =
    inWorkspace ??
    (await angular.runSchematic('workspace', {
      name: 'work',
      version: '21.2.27',
      newProjectRoot: 'projects',
    }));
  const projectRoot = inWorkspace ? `projects/${name}` : '';
  const application = { name, projectRoot, skipInstall: true, ...rest };
  const tree = await angular.runSchematic('application', application, workspace);
  for (const [path, text] of Object.entries(files)) {
    if (tree.exists(path)) tree.overwrite(path, text);
    else tree.create(path, text);
  }
  return tree;
}

/** Runs `ng add msal-logout`; the messages are one text. */
export async function ngAdd(
  tree: Tree,
  options: object = {},
): Promise<{ readonly tree: UnitTestTree; readonly messages: string }> {
  const runner = new SchematicTestRunner('msal-logout', COLLECTION);
  const messages: string[] = [];
  runner.logger.subscribe(({ message }) => messages.push(message));
  const before = new UnitTestTree(tree.branch());
  const after = await runner.runSchematic('ng-add', options, before);
  return { tree: after, messages: messages.join('\n') };
}

/** Every file with its text. */
export function contentsOf(tree: UnitTestTree): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tree.files.map((path) => [path, tree.read(path)?.toString('base64') ?? '']),
  );
}
