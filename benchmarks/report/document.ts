import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import type { Budget, Outcome } from './outcome';
import { tableText } from './print';

const WORKSPACE = join(__dirname, '../..');
const DOCUMENT = join(WORKSPACE, 'docs/performance.md');
const CHARTS = 'images';
const PACKAGES = {
  'MSAL 5': '@azure/msal-browser',
  'MSAL 4': 'msal-browser-4',
  'MSAL 3': 'msal-browser-3',
  'msal-angular': '@azure/msal-angular',
  Angular: '@angular/core',
};

/** Writes docs/performance.md and its charts, all of it. */
export async function writeDocument(
  outcomes: readonly Outcome[],
  browserVersion: string,
): Promise<void> {
  const charts = Object.entries(Object.assign({}, ...outcomes.map((it) => it.charts)) as Charts);
  for (const [name, svg] of charts) {
    const file = join(dirname(DOCUMENT), CHARTS, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, svg);
  }
  const text = [
    '# Performance',
    'Written by `npm run bench`; change nothing here by hand. [What the figures mean](../benchmarks/README.md)',
    environment(browserVersion),
    '## Budgets',
    budgets(outcomes.flatMap((it) => it.budgets)),
    '## Where others are faster',
    losses(outcomes.flatMap((it) => it.losses)),
    ...charts.map(([name]) => `![${title(name)}](${CHARTS}/${name})`),
    ...outcomes
      .flatMap((it) => it.tables)
      .flatMap((table) => [`## ${table.title}`, table.about, tableText(table)]),
  ].join('\n\n');
  writeFileSync(DOCUMENT, await format(text, { parser: 'markdown' }));
}

type Charts = Readonly<Record<string, string>>;

function environment(browserVersion: string): string {
  const versions = Object.entries(PACKAGES).map(([name, path]) => `${name}: ${versionOf(path)}`);
  return (
    `Chromium ${browserVersion} on a machine with ${cpus().length} cores that others were using, so only figures ` +
    `of one table can be compared: its candidates took turns. Medians, unless it says otherwise. ` +
    `${versions.join(', ')}.`
  );
}

function versionOf(path: string): string {
  const file = join(WORKSPACE, 'node_modules', path, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function budgets(all: readonly Budget[]): string {
  return tableText({
    title: '',
    about: '',
    head: ['what', 'limit', 'measured', ''],
    rows: all.map(({ what, limit, measured, isKept }) => [
      what,
      limit,
      measured,
      isKept ? 'ok' : '**over**',
    ]),
  });
}

function losses(all: readonly string[]): string {
  return all.length === 0 ? 'Nowhere in this run.' : all.map((loss) => `- ${loss}`).join('\n');
}

function title(name: string): string {
  return name.replace(/\.svg$/, '').replace(/-/g, ' ');
}
