import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { importedPath, parse } from './sources';

/** As far as names are followed; more of them go in a circle. */
const MAXIMUM_STEPS = 10;

type Declaration = ts.VariableDeclaration | ts.ClassDeclaration | ts.ExportAssignment;

/** The expression that `expression` stands for, through names, imports of own files and type assertions. */
export function resolveExpression(
  tree: Tree,
  application: Application,
  expression: ts.Expression,
  steps = MAXIMUM_STEPS,
): ts.Expression | null {
  if (steps === 0) return null;
  if (
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
  )
    return resolveExpression(tree, application, expression.expression, steps - 1);
  if (!ts.isIdentifier(expression)) return expression;
  const found = resolveName(tree, application, expression.getSourceFile(), expression.text);
  if (!found || ts.isClassDeclaration(found)) return null;
  const value = ts.isVariableDeclaration(found) ? found.initializer : found.expression;
  return value ? resolveExpression(tree, application, value, steps - 1) : null;
}

/** Where `name` is declared: at the top of `source`, or of the file that it comes from. */
export function resolveName(
  tree: Tree,
  application: Application,
  source: ts.SourceFile,
  name: string,
  steps = MAXIMUM_STEPS,
): Declaration | null {
  if (steps === 0) return null;
  for (const statement of source.statements) {
    const declaration = declarationIn(statement, name);
    if (declaration) return declaration;
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const original = originalName(statement, name);
    const from = original && fileOf(tree, application, statement);
    const found = from && resolveName(tree, application, from, original, steps - 1);
    if (found) return found;
  }
  return null;
}

function declarationIn(statement: ts.Statement, name: string): Declaration | null {
  if (ts.isClassDeclaration(statement)) return statement.name?.text === name ? statement : null;
  if (ts.isExportAssignment(statement)) return name === 'default' ? statement : null;
  if (!ts.isVariableStatement(statement)) return null;
  const { declarations } = statement.declarationList;
  return declarations.find((it) => ts.isIdentifier(it.name) && it.name.text === name) ?? null;
}

/** What the file that an import or export is from calls what this one calls `name`. */
function originalName(
  statement: ts.ImportDeclaration | ts.ExportDeclaration,
  name: string,
): string | null {
  const isImport = ts.isImportDeclaration(statement);
  if (isImport && statement.importClause?.name?.text === name) return 'default';
  const bindings = isImport ? statement.importClause?.namedBindings : statement.exportClause;
  if (!bindings) return isImport ? null : name;
  if (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings)) return null;
  const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] = bindings.elements;
  const found = elements.find((element) => element.name.text === name);
  return found ? (found.propertyName ?? found.name).text : null;
}

/** A list of exports without a module is of names in its own file. */
function fileOf(
  tree: Tree,
  application: Application,
  statement: ts.ImportDeclaration | ts.ExportDeclaration,
): ts.SourceFile | null {
  const { moduleSpecifier } = statement;
  const source = statement.getSourceFile();
  if (!moduleSpecifier) return source;
  if (!ts.isStringLiteral(moduleSpecifier)) return null;
  const path = importedPath(tree, application, source.fileName, moduleSpecifier.text);
  return path === null ? null : parse(tree, path);
}
