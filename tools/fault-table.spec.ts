import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface FaultTest {
  readonly title: string;
  readonly tags: readonly string[];
}

interface Suite {
  readonly specs?: readonly FaultTest[];
  readonly suites?: readonly Suite[];
}

function testsOf({ specs = [], suites = [] }: Suite): readonly FaultTest[] {
  return [...specs, ...suites.flatMap(testsOf)];
}

/** The tests in `e2e/faults`, as Playwright lists them; those for several majors of MSAL several times. */
function faultTests(): readonly FaultTest[] {
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
  return testsOf(JSON.parse(listing) as Suite);
}

/** The kinds of faults, which are the sections of `docs/faults.md`: the title of each, and the tests in its table. */
function kindsOfFaults(): readonly { readonly kind: string; readonly tests: readonly string[] }[] {
  const [, ...sections] = readFileSync('docs/faults.md', 'utf8').split(/^## /m);
  return sections.map((section) => ({
    kind: section.split('\n')[0] ?? '',
    // What is in code type in the last column.
    tests: [...section.matchAll(/\|([^|\n]*)\|$/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title),
    ),
  }));
}

const tests = faultTests();

it('names the test of every fault in docs/faults.md, each once', () => {
  expect(
    kindsOfFaults()
      .flatMap((kind) => kind.tests)
      .sort(),
  ).toEqual([...new Set(tests.map(({ title }) => title))].sort());
});

/** Their tests run in browsers with settings of their own, and sign in themselves as far as these allow it. */
const WITH_OWN_SIGN_IN = ['Blocked data', 'A frame of another site'];

it.each(kindsOfFaults().filter(({ kind }) => !WITH_OWN_SIGN_IN.includes(kind)))(
  'has a test after which Ada signs in again: $kind',
  (kind) => {
    const tagged = tests.filter(({ tags }) => tags.includes('sign-in-after'));
    expect(tagged.map(({ title }) => title).filter((it) => kind.tests.includes(it))).not.toEqual(
      [],
    );
  },
);
