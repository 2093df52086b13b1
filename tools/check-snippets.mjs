// Part of `npm run docs:check`: the TypeScript in the documents compiles, templates included.
//   node tools/check-snippets.mjs              in all documents
//   node tools/check-snippets.mjs README.md    in this one
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { performCompilation, readConfiguration } from '@angular/compiler-cli';
import typescript from 'typescript';
import { snippetFiles } from './doc-snippets.mjs';
import { WORKSPACE } from './workspace.mjs';

/** Where tsconfig.snippets.json looks for them. */
const FOLDER = join(WORKSPACE, 'reports', 'snippets');
const IGNORED = /(^|\/)(node_modules|dist|reports)\//;

const documents =
  process.argv.length > 2
    ? process.argv.slice(2)
    : typescript.sys
        .readDirectory(WORKSPACE, ['.md'])
        .map((path) => relative(WORKSPACE, path))
        .filter((path) => !IGNORED.test(path));

rmSync(FOLDER, { recursive: true, force: true });
/** @type {Map<string, string>} */
const documentOf = new Map();
for (const document of documents) {
  for (const { name, text } of snippetFiles(document, readFileSync(document, 'utf8'))) {
    const path = join(FOLDER, name);
    documentOf.set(path, document);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const { options, rootNames, errors } = readConfiguration(join(WORKSPACE, 'tsconfig.snippets.json'));
const { diagnostics: found } = performCompilation({
  rootNames,
  options,
  // Left to itself, the compiler says nothing of templates while anything else is wrong.
  gatherDiagnostics: (program) => [
    ...program.getTsSyntacticDiagnostics(),
    ...program.getTsSemanticDiagnostics(),
    ...program.getNgStructuralDiagnostics(),
    ...program.getNgSemanticDiagnostics(),
  ],
});
const diagnostics = [...errors, ...found];
for (const diagnostic of diagnostics) console.error(told(diagnostic));
console.log(`${rootNames.length} snippets, ${diagnostics.length} errors`);
process.exitCode = diagnostics.length === 0 && rootNames.length === documentOf.size ? 0 : 1;

/** @param {typescript.Diagnostic} diagnostic */
function told({ file, start = 0, messageText }) {
  const message = typescript.flattenDiagnosticMessageText(messageText, '\n  ');
  if (!file) return message;
  const { line } = typescript.getLineAndCharacterOfPosition(file, start);
  return `${documentOf.get(file.fileName) ?? file.fileName}:${line + 1} ${message}`;
}
