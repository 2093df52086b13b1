import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** A file of the list: in the library, unless it is end to end. */
const readTest = (file: string): string =>
  read(file.startsWith('e2e/') ? file : `projects/msal-logout/${file}`);

/** The rows of docs/msal-cases.md, each with the files that it names. */
const ROWS = read('docs/msal-cases.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^C\d{3}$/.test(id))
  .map(([, id = '', what = '', where = '']) => ({
    id,
    what,
    where,
    files: [...where.matchAll(/`([^`]+\.ts)`/g)].map(([, file = '']) => file),
  }));

it('is a list in order, each case once', () => {
  const ids = ROWS.map(({ id }) => id);

  expect(ids.length).toBeGreaterThan(100);
  expect(ids).toEqual([...new Set(ids)].sort());
});

it.each(ROWS)('$id is proven where the list says so, or has a reason not to be', (row) => {
  const { id, what, where, files } = row;

  expect(what).not.toBe('');
  if (where.startsWith('Does not apply:')) return;
  expect(files.filter((file) => readTest(file).includes(id))).not.toEqual([]);
});
