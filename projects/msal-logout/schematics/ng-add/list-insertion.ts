import ts from 'typescript';

/**
 * How `text` gets into a list so that it looks like the other elements: on a line of its own if these are, indented
 * like them. A `text` of several lines is joined to one where the list is on one line.
 */
export function insertInto(
  list: ts.NodeArray<ts.Node>,
  text: string,
  before?: ts.Node,
): { readonly position: number; readonly text: string } {
  const neighbour = before ?? list.at(-1);
  if (!neighbour) return { position: list.pos, text };
  const indent = indentOf(neighbour);
  const gap = indent === null ? ' ' : `\n${indent}`;
  const element = indent === null ? inOneLine(text) : text.replaceAll('\n', gap);
  return before
    ? { position: startOf(before), text: `${element},${gap}` }
    : { position: neighbour.end, text: `,${gap}${element}` };
}

/** What is before `node` on its line, if that is nothing but space; else `null`. */
export function indentOf(node: ts.Node): string | null {
  const { text } = node.getSourceFile();
  const line = text.slice(text.lastIndexOf('\n', startOf(node) - 1) + 1, startOf(node));
  return line.trim() === '' && startOf(node) > 0 ? line : null;
}

/** Code that is on several lines, on one. */
export function inOneLine(text: string): string {
  return text
    .replace(/([([])\n\s*/g, '$1')
    .replace(/,?\n\s*([)\]])/g, '$1')
    .replace(/,?\n\s*\}/g, ' }')
    .replace(/\n\s*/g, ' ');
}

/** A comment above a node belongs to it. */
function startOf(node: ts.Node): number {
  const [comment] = ts.getLeadingCommentRanges(node.getSourceFile().text, node.pos) ?? [];
  return comment?.pos ?? node.getStart();
}
