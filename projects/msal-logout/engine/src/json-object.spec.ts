import { parseJsonObject } from './json-object';

it('gives the members of an object', () => {
  expect(parseJsonObject('{"a":1}')).toEqual({ a: 1 });
});

it.each([[null], [''], ['{'], ['null'], ['7'], ['"text"'], ['true']])(
  'gives none for %j',
  (text) => {
    expect(parseJsonObject(text)).toEqual({});
  },
);
