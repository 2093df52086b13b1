import { MAJORS, msalConfiguration } from '../testing/msal-majors';
import { sourceFault } from './source-fault';

it.each([
  ['undefined', undefined],
  ['null', null],
  ['a string', 'mail-app'],
  ['a function', () => ({ auth: { clientId: 'mail-app' } })],
  ['a promise', Promise.resolve({ auth: { clientId: 'mail-app' } })],
  ['an object that is neither', [{ auth: { clientId: 'mail-app' } }]],
  ['an object without auth.clientId', {}],
  ['an object without auth.clientId', { auth: null }],
  ['an object without auth.clientId', { auth: {} }],
  ['an object without auth.clientId', { auth: { clientId: 7 } }],
])('finds %s in place of a source', (fault, source) => {
  expect(sourceFault(source, {})).toBe(fault);
});

it.each(MAJORS)('takes an instance of %s', (_, __, createMsal) => {
  expect(sourceFault(createMsal(msalConfiguration()), {})).toBeNull();
});

it('takes a configuration whose client id is given by an override, or is empty', () => {
  expect(sourceFault({}, { auth: { clientId: 'mail-app' } })).toBeNull();
  expect(sourceFault({ auth: { clientId: '' } }, {})).toBeNull();
});
