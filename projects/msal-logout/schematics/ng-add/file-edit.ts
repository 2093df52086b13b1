import type { Tree } from '@angular-devkit/schematics';
import { dirname, relative } from 'node:path/posix';
import ts from 'typescript';
import { insertInto } from './list-insertion';
import { localName, namedImports } from './sources';
import { inStyleOf } from './text-style';

/** What is to be added to one file: nothing is written before `write`, and nothing is ever taken away. */
export class FileEdit {
  readonly #source: ts.SourceFile;
  readonly #insertions: { readonly position: number; readonly text: string }[] = [];
  /** By module, what is imported in addition. */
  readonly #imports = new Map<string, Map<string, string>>();

  constructor(source: ts.SourceFile) {
    this.#source = source;
  }

  insert(position: number, text: string): void {
    this.#insertions.push({ position, text });
  }

  /** Puts `text` into a list, at its end or before one of its elements. */
  insertElement(list: ts.NodeArray<ts.Node>, text: string, before?: ts.Node): void {
    this.#insertions.push(insertInto(list, text, before));
  }

  /** The name under which the file can use the export `name` of `module`; another one where it is taken. */
  import(name: string, module: string): string {
    const known = localName(this.#source, name, module) ?? this.#imports.get(module)?.get(name);
    if (known) return known;
    const local = isDeclared(this.#source, name) ? aliasOf(name) : name;
    const names = this.#imports.get(module) ?? new Map<string, string>();
    this.#imports.set(module, names.set(name, local));
    return local;
  }

  /** As `import`, for what another file of the application exports. */
  importFrom(path: string, name: string): string {
    const way = relative(dirname(this.#source.fileName), path.replace(/\.ts$/, ''));
    return this.import(name, way.startsWith('.') ? way : `./${way}`);
  }

  write(tree: Tree): void {
    for (const [module, names] of this.#imports) this.#addImport(module, names);
    const path = this.#source.fileName;
    const recorder = tree.beginUpdate(path);
    for (const { position, text } of this.#insertions)
      recorder.insertLeft(position, inStyleOf(this.#source.text, text));
    tree.commitUpdate(recorder);
  }

  #addImport(module: string, names: ReadonlyMap<string, string>): void {
    const specifiers = [...names].map(([name, local]) =>
      name === local ? name : `${name} as ${local}`,
    );
    const [list] = namedImports(this.#source, module);
    if (list && list.elements.length > 0) {
      for (const specifier of specifiers) this.insertElement(list.elements, specifier);
      return;
    }
    const last = this.#source.statements.filter(ts.isImportDeclaration).at(-1);
    const end = last && !last.getText().endsWith(';') ? '' : ';';
    const statement = `import { ${specifiers.join(', ')} } from '${module}'${end}`;
    if (last) this.insert(last.end, `\n${statement}`);
    else this.insert(0, `${statement}\n\n`);
  }
}

/** Whether `name` means something at the top of the file. */
function isDeclared(source: ts.SourceFile, name: string): boolean {
  return source.statements.some((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.some((it) => it.name.getText() === name);
    if (!ts.isImportDeclaration(statement))
      return 'name' in statement && (statement.name as ts.Node | undefined)?.getText() === name;
    const { name: whole, namedBindings } = statement.importClause ?? {};
    if (whole?.text === name) return true;
    return namedBindings && ts.isNamedImports(namedBindings)
      ? namedBindings.elements.some((element) => element.name.text === name)
      : namedBindings?.name.text === name;
  });
}

function aliasOf(name: string): string {
  const isType = /^[A-Z]/.test(name);
  return `${isType ? 'Msal' : 'msal'}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
