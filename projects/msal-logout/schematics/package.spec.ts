import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The CLI gives its own to every schematic, also where they cannot be found from the package. */
const OF_THE_CLI = /^(@angular-devkit|@schematics)\//;

it('declares the packages that it requires', () => {
  const folder = join(__dirname, 'ng-add');
  const required = readdirSync(folder)
    .filter((name) => /(?<!\.spec)\.ts$/.test(name))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').match(/(?<=^(import .*|\} )from ')[^']+/gm),
    )
    .filter((name) => name !== null)
    .filter((name) => !/^(\.|node:)/.test(name) && !OF_THE_CLI.test(name));
  const { peerDependencies } = JSON.parse(
    readFileSync(join(__dirname, '../package.json'), 'utf8'),
  ) as { peerDependencies: object };

  expect(Object.keys(peerDependencies)).toEqual(expect.arrayContaining(required));
});
