import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import type { FileEdit } from './file-edit';
import { indentOf } from './list-insertion';
import { resolveExpression, resolveName } from './resolve';
import { callsOf, localName, nodesIn, propertyOf, sourcesOf } from './sources';

/** Where the providers of the whole application are written. */
export interface RootProviders {
  readonly source: ts.SourceFile;
  /** Where they are listed; in a place without a list one is made. */
  readonly place: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression | ts.CallExpression;
}

/** Finds them in the configuration of a standalone application, or in the root module; `null` when neither is plain to see. */
export function findRootProviders(tree: Tree, application: Application): RootProviders | null {
  for (const source of sourcesOf(tree, application)) {
    const [call] = callsOf(source, 'bootstrapApplication', '@angular/platform-browser');
    if (call) return ofConfiguration(tree, application, call);
    const module = bootstrappedModule(source);
    if (module) return ofModule(tree, application, module);
  }
  return null;
}

/** Adds `text` to them, as the last one. */
export function insertProvider(edit: FileEdit, { place }: RootProviders, text: string): void {
  if (ts.isArrayLiteralExpression(place) && place.elements.length > 0) {
    edit.insertElement(place.elements, text);
    return;
  }
  const indent = /^\s*/.exec(lineOf(place))?.[0] ?? '';
  if (ts.isArrayLiteralExpression(place)) {
    edit.insert(place.elements.pos, block(text, indent));
  } else if (ts.isCallExpression(place)) {
    const list = `providers: [${block(text, `${indent}  `)}],`;
    edit.insert((place.arguments.at(-1) ?? place).end, `, {\n${indent}  ${list}\n${indent}}`);
  } else if (place.properties.length > 0) {
    const inner = indentOf(place.properties[0] ?? place) ?? indent;
    edit.insertElement(place.properties, `providers: [${block(text, inner)}]`);
  } else {
    edit.insert(
      place.properties.pos,
      `\n${indent}  providers: [${block(text, `${indent}  `)}],\n${indent}`,
    );
  }
}

function ofConfiguration(
  tree: Tree,
  application: Application,
  call: ts.CallExpression,
): RootProviders | null {
  const [, configuration] = call.arguments;
  if (!configuration) return { source: call.getSourceFile(), place: call };
  const resolved = resolveExpression(tree, application, configuration);
  const parts =
    resolved && ts.isCallExpression(resolved) && isMerge(resolved)
      ? resolved.arguments
      : [resolved];
  for (const part of parts) {
    const object = part && resolveExpression(tree, application, part);
    if (object && ts.isObjectLiteralExpression(object)) return inObject(tree, application, object);
  }
  return null;
}

function isMerge({ expression }: ts.CallExpression): boolean {
  const name = localName(expression.getSourceFile(), 'mergeApplicationConfig', '@angular/core');
  return ts.isIdentifier(expression) && expression.text === name;
}

function bootstrappedModule(source: ts.SourceFile): ts.Identifier | null {
  if (!source.text.includes('.bootstrapModule(')) return null;
  for (const node of nodesIn(source)) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
    const [module] = node.arguments;
    if (node.expression.name.text === 'bootstrapModule' && module && ts.isIdentifier(module))
      return module;
  }
  return null;
}

function ofModule(
  tree: Tree,
  application: Application,
  module: ts.Identifier,
): RootProviders | null {
  const declaration = resolveName(tree, application, module.getSourceFile(), module.text);
  if (!declaration || !ts.isClassDeclaration(declaration)) return null;
  const name = localName(declaration.getSourceFile(), 'NgModule', '@angular/core');
  for (const { expression } of ts.getDecorators(declaration) ?? []) {
    if (!ts.isCallExpression(expression) || expression.expression.getText() !== name) continue;
    const [metadata] = expression.arguments;
    if (metadata && ts.isObjectLiteralExpression(metadata))
      return inObject(tree, application, metadata);
  }
  return null;
}

function inObject(
  tree: Tree,
  application: Application,
  object: ts.ObjectLiteralExpression,
): RootProviders | null {
  const index = object.properties.findIndex(({ name }) => name?.getText() === 'providers');
  // Providers that are written here replace those of a spread before, and a spread replaces those before it.
  const [spread, ...more] = object.properties.slice(index + 1).filter(ts.isSpreadAssignment);
  if (spread) {
    const base = resolveExpression(tree, application, spread.expression);
    return index < 0 && more.length === 0 && base && ts.isObjectLiteralExpression(base)
      ? inObject(tree, application, base)
      : null;
  }
  if (index < 0) return { source: object.getSourceFile(), place: object };
  const providers = propertyOf(object, 'providers');
  const list = providers && resolveExpression(tree, application, providers);
  return list && ts.isArrayLiteralExpression(list)
    ? { source: list.getSourceFile(), place: list }
    : null;
}

function lineOf(node: ts.Node): string {
  const { text } = node.getSourceFile();
  return text.slice(text.lastIndexOf('\n', node.getStart() - 1) + 1);
}

function block(text: string, indent: string): string {
  return `\n${indent}  ${text.replaceAll('\n', `\n${indent}  `)},\n${indent}`;
}
