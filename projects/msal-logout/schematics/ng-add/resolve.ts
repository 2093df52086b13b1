import type { Tree } from '@angular-devkit/schematics';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { parse } from './sources';

/** As far as names are followed; more of them go in a circle. */
const MAXIMUM_STEPS = 10;

/** The expression that `expression` stands for, through names, imports of own files and type assertions. */
export function resolveExpression(
  tree: Tree,
  expression: ts.Expression,
  steps = MAXIMUM_STEPS,
): ts.Expression | null {
  if (steps === 0) return null;
  if (
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
  )
    return resolveExpression(tree, expression.expression, steps - 1);
  if (!ts.isIdentifier(expression)) return expression;
  const declaration = resolveName(tree, expression.getSourceFile(), expression.text);
  return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
    ? resolveExpression(tree, declaration.initializer, steps - 1)
    : null;
}

/** Where `name` is declared: at the top of `source`, or of the file that it is imported from. */
export function resolveName(
  tree: Tree,
  source: ts.SourceFile,
  name: string,
): ts.VariableDeclaration | ts.ClassDeclaration | null {
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement) && statement.name?.text === name) return statement;
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find(
        (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
      );
      if (found) return found;
    }
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) continue;
      const specifier = bindings.elements.find((element) => element.name.text === name);
      const path = specifier && importedFile(tree, source, statement.moduleSpecifier);
      if (!path) continue;
      return resolveName(tree, parse(tree, path), (specifier.propertyName ?? specifier.name).text);
    }
  }
  return null;
}

function importedFile(tree: Tree, source: ts.SourceFile, specifier: ts.Expression): string | null {
  if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return null;
  const path = join(dirname(source.fileName), specifier.text.replace(/\.js$/, ''));
  return [`${path}.ts`, `${path}/index.ts`].find((candidate) => tree.exists(candidate)) ?? null;
}
