import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import { join, relative } from 'node:path';
import ts from 'typescript';

const WORKSPACE = join(__dirname, '../../../..');
/** Where the files of a tree are said to be: below the workspace, whose packages they import. */
const TREE = join(WORKSPACE, 'tree');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  isolatedModules: true,
  stripInternal: true,
  experimentalDecorators: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  paths: {
    'msal-logout': [join(WORKSPACE, 'projects/msal-logout/src/public-api.ts')],
    'msal-logout/engine': [join(WORKSPACE, 'projects/msal-logout/engine/src/public-api.ts')],
  },
};

/** Declarations are the same for every tree. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript has to say of the application in a tree, with the real Angular, MSAL and library. */
export function typeErrors(tree: UnitTestTree): readonly string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const onDisk = { ...host };
  // With it, TypeScript looks for nothing in folders that are not on the disk.
  delete host.directoryExists;
  const inTree = (path: string): string | null => {
    const way = relative(TREE, path);
    return !way.startsWith('..') && tree.exists(`/${way}`) ? `/${way}` : null;
  };
  host.fileExists = (path) => inTree(path) !== null || onDisk.fileExists(path);
  host.readFile = (path) => {
    const found = inTree(path);
    return found === null ? onDisk.readFile(path) : tree.readText(found);
  };
  host.getSourceFile = (path, options) => {
    const found = inTree(path);
    if (found !== null) return ts.createSourceFile(path, tree.readText(found), options);
    if (!parsed.has(path)) parsed.set(path, onDisk.getSourceFile(path, options));
    return parsed.get(path);
  };
  const sources = tree.files
    .filter((path) => /\/src\/.*(?<!\.spec)\.ts$/.test(path))
    .map((path) => join(TREE, path));
  const program = ts.createProgram(sources, OPTIONS, host);
  return sources
    .flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
