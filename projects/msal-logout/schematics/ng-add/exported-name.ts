import ts from 'typescript';

/** What other files import `name` by, which `statement` declares at the top of its file; `null` when they cannot. */
export function exportedName(
  statement: ts.VariableStatement | ts.ClassDeclaration,
  name: string,
): string | null {
  const kinds = statement.modifiers?.map(({ kind }) => kind) ?? [];
  if (kinds.includes(ts.SyntaxKind.ExportKeyword))
    return kinds.includes(ts.SyntaxKind.DefaultKeyword) ? null : name;
  const { statements } = statement.getSourceFile();
  for (const { exportClause, moduleSpecifier } of statements.filter(ts.isExportDeclaration)) {
    if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) continue;
    const found = exportClause.elements.find((it) => (it.propertyName ?? it.name).text === name);
    if (found) return found.name.text;
  }
  return null;
}
