import type { Outcome, Table } from './outcome';

/** The table as Markdown has it; a terminal shows it just as well. */
export function tableText({ head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : '-'.repeat(width - 1) + ':',
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Says what a benchmark has found. */
export function print({ tables, budgets, losses }: Outcome): void {
  for (const table of tables)
    console.log(`\n${table.title}\n${table.about}\n\n${tableText(table)}`);
  for (const { what, limit, measured, isKept } of budgets) {
    console.log(`${isKept ? 'ok  ' : 'over'} ${what}: ${measured} (${limit})`);
  }
  for (const loss of losses) console.log(`slower: ${loss}`);
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
