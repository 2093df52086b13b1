import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Application } from './application';
import { exportedName } from './exported-name';
import { localName, nodesIn, sourcesOf } from './sources';

const MSAL = '@azure/msal-browser';
const MAKERS = [
  'PublicClientApplication',
  'createStandardPublicClientApplication',
  'createNestablePublicClientApplication',
];

/** Where an application makes an MSAL instance. */
export interface MadeInstance {
  readonly source: ts.SourceFile;
  /** The variable at the top of a file that has it; `null` when nothing else can reach it. */
  readonly variable: ts.VariableStatement | null;
  /** What other files import it by, or could. */
  readonly name: string;
  readonly isExported: boolean;
}

/** The places where the application makes an MSAL instance; those that can be imported first. */
export function findInstances(tree: Tree, application: Application): readonly MadeInstance[] {
  const found = sourcesOf(tree, application)
    .filter(({ text }) => text.includes(MSAL))
    .flatMap((source) =>
      nodesIn(source)
        .filter(isMaker)
        .map((node) => describe(node)),
    );
  return found.sort((one, other) => rank(one) - rank(other));
}

function rank({ variable, isExported }: MadeInstance): number {
  return variable ? (isExported ? 0 : 1) : 2;
}

function isMaker(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const { expression } = node;
  const made =
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === 'createPublicClientApplication'
      ? expression.expression
      : expression;
  return MAKERS.some((name) => {
    const local = localName(node.getSourceFile(), name, MSAL);
    return ts.isIdentifier(made) && made.text === local;
  });
}

function describe(maker: ts.NewExpression | ts.CallExpression): MadeInstance {
  const source = maker.getSourceFile();
  const isAwaited = ts.isAwaitExpression(maker.parent);
  const holder = isAwaited ? maker.parent.parent : maker.parent;
  const isInstance = ts.isNewExpression(maker) || isAwaited;
  const nowhere = { source, variable: null, name: 'msalInstance', isExported: false };
  if (!isInstance || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name))
    return nowhere;
  const statement = holder.parent.parent;
  if (!ts.isVariableStatement(statement) || statement.parent !== source) return nowhere;
  const exported = exportedName(statement, holder.name.text);
  return {
    source,
    variable: statement,
    name: exported ?? holder.name.text,
    isExported: exported !== null,
  };
}
