import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { hostOf } from './compiler-options';

/** Every step looks at all files again, and most have not changed. */
const parsed = new Map<string, ts.SourceFile>();
const imports = new WeakMap<ts.SourceFile, readonly string[]>();

/** A file of the tree, as TypeScript sees it. */
export function parse(tree: Tree, path: string): ts.SourceFile {
  const text = tree.readText(path);
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(path, source);
  return source;
}

/** The files that run in the application, in the order of their imports: neither its tests nor its server. */
export function sourcesOf(tree: Tree, application: Application): readonly ts.SourceFile[] {
  return sourcesFrom(tree, application, application.main);
}

/** The file at `path` and all that it imports, also through others. */
export function sourcesFrom(
  tree: Tree,
  application: Application,
  path: string,
): readonly ts.SourceFile[] {
  const paths = new Set([path]);
  // What is added on the way is looked at as well.
  for (const each of paths) {
    for (const name of importsOf(parse(tree, each))) {
      const imported = importedPath(tree, application, each, name);
      if (imported !== null) paths.add(imported);
    }
  }
  return [...paths].map((each) => parse(tree, each));
}

function importsOf(source: ts.SourceFile): readonly string[] {
  const known = imports.get(source);
  if (known) return known;
  const names = ts.preProcessFile(source.text).importedFiles.map(({ fileName }) => fileName);
  imports.set(source, names);
  return names;
}

/** The file of the workspace that `name` means in an import of `from`; `null` for a package. */
export function importedPath(
  tree: Tree,
  { compilerOptions }: Application,
  from: string,
  name: string,
): string | null {
  const { resolvedModule } = ts.resolveModuleName(name, from, compilerOptions, hostOf(tree));
  const path = resolvedModule?.resolvedFileName;
  return path && /(?<!\.d)\.ts$/.test(path) ? path : null;
}

/** `node` and all below it, in the order of the file. */
export function nodesIn(node: ts.Node): readonly ts.Node[] {
  return [node, ...node.getChildren().flatMap((child) => nodesIn(child))];
}

/** What `source` calls the export `name` of `module`; `null` when it does not import it. */
export function localName(source: ts.SourceFile, name: string, module: string): string | null {
  for (const { elements } of namedImports(source, module)) {
    const found = elements.find((element) => (element.propertyName ?? element.name).text === name);
    if (found && !found.isTypeOnly) return found.name.text;
  }
  return null;
}

/** The braces of the imports from `module` that are there at run time. */
export function namedImports(source: ts.SourceFile, module: string): readonly ts.NamedImports[] {
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => isText(moduleSpecifier, module))
    .flatMap(({ importClause }) => {
      const { phaseModifier, namedBindings } = importClause ?? {};
      const isThere = phaseModifier !== ts.SyntaxKind.TypeKeyword;
      return isThere && namedBindings && ts.isNamedImports(namedBindings) ? [namedBindings] : [];
    });
}

/** The calls of `name`, which `source` imports from `module`. */
export function callsOf(
  source: ts.SourceFile,
  name: string,
  module: string,
): readonly ts.CallExpression[] {
  const local = localName(source, name, module);
  if (local === null) return [];
  return nodesIn(source)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === local);
}

/** The value of a property that is written out in an object. */
export function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    if (
      (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) &&
      property.name.text === name
    )
      return property.initializer;
  }
  return null;
}

function isText(node: ts.Node, text: string): boolean {
  return ts.isStringLiteralLike(node) && node.text === text;
}
