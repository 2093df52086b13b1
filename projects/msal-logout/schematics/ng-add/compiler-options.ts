import type { Tree } from '@angular-devkit/schematics';
import { dirname } from 'node:path/posix';
import ts from 'typescript';

/** What the files of a tree are read by, where TypeScript looks for something; packages are left out. */
export function hostOf(tree: Tree): ts.ParseConfigHost & ts.ModuleResolutionHost {
  return {
    useCaseSensitiveFileNames: true,
    fileExists: (path) => !path.includes('/node_modules/') && tree.exists(path),
    readFile: (path) => (tree.exists(path) ? tree.readText(path) : undefined),
    readDirectory: () => [],
  };
}

/** Those of the file at `path` and of the files that it extends. */
export function compilerOptionsOf(tree: Tree, path: string): ts.CompilerOptions {
  const host = hostOf(tree);
  const { config } = ts.readConfigFile(path, (file) => host.readFile(file)) as { config?: object };
  const { options } = ts.parseJsonConfigFileContent(config ?? {}, host, dirname(path));
  return { moduleResolution: ts.ModuleResolutionKind.Bundler, ...options };
}
