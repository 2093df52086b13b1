import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Suite {
  readonly specs?: readonly { readonly title: string }[];
  readonly suites?: readonly Suite[];
}

function titlesOf({ specs = [], suites = [] }: Suite): string[] {
  return [...specs.map(({ title }) => title), ...suites.flatMap(titlesOf)];
}

/** The titles of the tests in `e2e/faults`, as Playwright lists them. */
function faultTests(): ReadonlySet<string> {
  const listing = execFileSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--list', '--reporter=json', 'e2e/faults'],
    // Playwright takes itself for a test of Jest's where that variable is set.
    {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: { ...process.env, JEST_WORKER_ID: undefined },
    },
  );
  return new Set(titlesOf(JSON.parse(listing) as Suite));
}

/** What is in code type in the last column of the tables of `docs/faults.md`. */
function testsInDocument(): readonly string[] {
  const rows = readFileSync('docs/faults.md', 'utf8').matchAll(/\|([^|\n]*)\|$/gm);
  return [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, it = '']) => it),
  );
}

it('names the test of every fault in docs/faults.md, each once', () => {
  expect([...testsInDocument()].sort()).toEqual([...faultTests()].sort());
});
