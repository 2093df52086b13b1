import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import typescript from 'typescript';

/**
 * The declarations of an entry point without their comments, so that only a change of the API changes them.
 * @param {string} declarations the text of a `.d.ts`
 */
export async function publicApi(declarations) {
  const file = typescript.createSourceFile('api.d.ts', declarations, {
    languageVersion: typescript.ScriptTarget.ES2022,
  });
  const text = typescript.createPrinter({ removeComments: true }).printFile(file);
  return format(text, {
    ...(await resolveConfig(fileURLToPath(import.meta.url))),
    parser: 'typescript',
  });
}
