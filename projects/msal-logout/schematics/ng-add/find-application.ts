import type { Tree } from '@angular-devkit/schematics';
import { SchematicsException } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { join } from 'node:path/posix';
import type { Application } from './application';
import { baseOf } from './base-href';
import { compilerOptionsOf } from './compiler-options';
import { sourcesOf } from './sources';

type Workspace = Awaited<ReturnType<typeof readWorkspace>>;
type Project = NonNullable<ReturnType<Workspace['projects']['get']>>;

/**
 * The application called `name`. When that is a library, or there is no name, it is the only application that uses
 * MSAL, or the first where none does.
 * @throws `SchematicsException` when there is none or it is not plain which, or when the CLI does not build it
 */
export async function findApplication(tree: Tree, name: string | undefined): Promise<Application> {
  const { projects } = await readWorkspace(tree);
  const applications = [...projects]
    .filter(([, { extensions }]) => isApplication(extensions))
    .map(([other, project]) => describe(tree, other, project));
  const isLibrary = name && projects.has(name);
  const found =
    applications.find((application) => application.name === name) ??
    (name && !isLibrary ? undefined : chooseFrom(tree, applications));
  if (!found) {
    throw new SchematicsException(
      `The workspace has no application ${name ?? ''}. Its applications are: ${namesOf(applications) || 'none'}.`,
    );
  }
  if (!tree.exists(found.main)) {
    throw new SchematicsException(`${found.name} has no ${found.main}, which should start it.`);
  }
  return found;
}

function chooseFrom(tree: Tree, applications: readonly Application[]): Application | undefined {
  if (applications.length < 2) return applications[0];
  const [first = applications[0], ...more] = applications.filter((it) => usesMsal(tree, it));
  if (first && more.length > 0) {
    throw new SchematicsException(
      `Several applications use MSAL: ${namesOf([first, ...more])}. Say which of them it is for: --project <name>`,
    );
  }
  return first;
}

function usesMsal(tree: Tree, application: Application): boolean {
  return (
    tree.exists(application.main) &&
    sourcesOf(tree, application).some(({ text }) => text.includes('@azure/msal-'))
  );
}

function namesOf(applications: readonly Application[]): string {
  return applications.map(({ name }) => name).join(', ');
}

function isApplication(extensions: Project['extensions']): boolean {
  return extensions['projectType'] === 'application';
}

function describe(tree: Tree, name: string, project: Project): Application {
  const build = project.targets.get('build');
  const options = build?.options ?? {};
  const defaults = build?.configurations?.[build.defaultConfiguration ?? ''];
  const sourceRoot = join('/', project.sourceRoot ?? join(project.root, 'src'));
  const main = join(
    '/',
    text(options['browser'] ?? options['main']) ?? join(sourceRoot, 'main.ts'),
  );
  const hrefs = [defaults?.['baseHref'], options['baseHref']];
  const base = baseOf(tree, hrefs, options['index'], sourceRoot);
  const folder = join(sourceRoot, 'app');
  return {
    name,
    root: join('/', project.root),
    sourceRoot,
    folder: tree.getDir(folder).subfiles.length > 0 ? folder : sourceRoot,
    main,
    prefix: project.prefix ?? '',
    base: base ?? '/',
    isBaseKnown: base !== null,
    compilerOptions: compilerOptionsOf(
      tree,
      join('/', text(options['tsConfig']) ?? join(project.root, 'tsconfig.json')),
    ),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
