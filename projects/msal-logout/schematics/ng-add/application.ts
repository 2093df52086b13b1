import type { Tree } from '@angular-devkit/schematics';
import { SchematicsException } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { join } from 'node:path/posix';
import type ts from 'typescript';
import { compilerOptionsOf } from './compiler-options';

type Workspace = Awaited<ReturnType<typeof readWorkspace>>;
type Project = NonNullable<ReturnType<Workspace['projects']['get']>>;

/** The application that the library is added to. Paths begin with a slash, at the workspace. */
export interface Application {
  readonly name: string;
  readonly root: string;
  readonly sourceRoot: string;
  /** Where its components are. */
  readonly folder: string;
  /** The file that starts it. */
  readonly main: string;
  /** What its elements begin with; may be empty. */
  readonly prefix: string;
  /** The path that all its addresses begin with; ends in a slash. */
  readonly base: string;
  /** What TypeScript looks for its imports by. */
  readonly compilerOptions: ts.CompilerOptions;
}

/**
 * The application called `name`, or the first of the workspace.
 * @throws `SchematicsException` when there is none, or none that the CLI builds
 */
export async function findApplication(tree: Tree, name: string | undefined): Promise<Application> {
  const { projects } = await readWorkspace(tree);
  const applications = [...projects].filter(([, { extensions }]) => isApplication(extensions));
  const [found] = name ? applications.filter(([other]) => other === name) : applications;
  if (!found) {
    const names = applications.map(([other]) => other).join(', ') || 'none';
    throw new SchematicsException(
      `The workspace has no application ${name ?? ''}. Its applications are: ${names}.`,
    );
  }
  return describe(tree, ...found);
}

function isApplication(extensions: Project['extensions']): boolean {
  return extensions['projectType'] === 'application';
}

function describe(tree: Tree, name: string, project: Project): Application {
  const options = project.targets.get('build')?.options ?? {};
  const sourceRoot = join('/', project.sourceRoot ?? join(project.root, 'src'));
  const main = join(
    '/',
    text(options['browser'] ?? options['main']) ?? join(sourceRoot, 'main.ts'),
  );
  if (!tree.exists(main)) {
    throw new SchematicsException(`${name} has no ${main}, which should start it.`);
  }
  const folder = join(sourceRoot, 'app');
  return {
    name,
    root: join('/', project.root),
    sourceRoot,
    folder: tree.getDir(folder).subfiles.length > 0 ? folder : sourceRoot,
    main,
    prefix: project.prefix ?? '',
    base: text(options['baseHref']) ?? baseOfIndex(tree, options['index'], sourceRoot),
    compilerOptions: compilerOptionsOf(
      tree,
      join('/', text(options['tsConfig']) ?? join(project.root, 'tsconfig.json')),
    ),
  };
}

function baseOfIndex(tree: Tree, index: unknown, sourceRoot: string): string {
  const input = typeof index === 'object' && index && 'input' in index ? index.input : index;
  const path = text(input) ?? join(sourceRoot, 'index.html');
  const html = tree.exists(path) ? tree.readText(path) : '';
  const [, href = ''] = /<base\s[^>]*href="([^"]*)"/i.exec(html) ?? [];
  return /^\/(.*\/)?$/.test(href) ? href : '/';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
