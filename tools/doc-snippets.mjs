import { dirname, join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

/**
 * A file that can be compiled. What it has of the document stands on the lines that it has there, so that an error
 * in line 12 of the file is one in line 12 of the document.
 * @typedef {{ name: string, text: string }} SnippetFile
 */

/** `// app.config.ts`, and whatever is said about it behind a mark. */
const NAME = /^\/\/ ([\w.-]+\.ts)\b/;
/** A comment that no reader sees: a file of the document, or what is to stand above the snippet that follows. */
const UNSEEN = /^<!-- (?<purpose>[\w.-]+\.ts|compiled with)\n(?<code>.*)\n-->$/s;

/**
 * The `ts` snippets of a document, as files in a folder that is named after it.
 *
 * A snippet whose first line is a comment with a file name is that file, and the others can import it; when a name
 * comes again, it is another version of the file, and they get the first one.
 * @param {string} document the path of the document
 * @param {string} markdown its text
 * @returns {SnippetFile[]}
 */
export function snippetFiles(document, markdown) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const folder = join(dirname(document), document.replace(/^.*\/|\.md$/g, ''));

  visit(fromMarkdown(markdown), (node, index, parent) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'html') {
      const { purpose = '', code = '' } = UNSEEN.exec(node.value)?.groups ?? {};
      if (purpose.endsWith('.ts')) files.set(purpose, onLine(line + 1, code));
    }
    if (node.type !== 'code' || node.lang !== 'ts') return;
    const above = parent?.children[(index ?? 0) - 1];
    const unseen = above?.type === 'html' ? UNSEEN.exec(above.value)?.groups : undefined;
    const isAbove = unseen?.['purpose'] === 'compiled with';
    const start = isAbove
      ? onLine((above?.position?.start.line ?? 0) + 1, unseen?.['code'] ?? '')
      : '';
    const name = NAME.exec(node.value)?.[1];
    const file = name && !files.has(name) ? name : `line-${line}.ts`;
    files.set(file, start + onLine(line + 1, node.value).slice(start.split('\n').length - 1));
  });
  return [...files].map(([name, text]) => ({ name: join(folder, name), text }));
}

/**
 * @param {number} line
 * @param {string} code
 */
function onLine(line, code) {
  return '\n'.repeat(line - 1) + code;
}
