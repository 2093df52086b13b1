import { closestName } from './closest-name';

const KNOWN = ['account', 'account.homeAccountId', 'authority', 'state'];

it.each([
  ['acount', 'account'],
  ['ACCOUNT', 'account'],
  ['acunt', 'account'],
  ['accounts', 'account'],
  ['homeAccountId', 'account.homeAccountId'],
  ['homeAcountID', 'account.homeAccountId'],
  ['sate', 'state'],
  ['isTrusted', undefined],
  ['', undefined],
])('%j was meant as %j', (name, closest) => {
  expect(closestName(name, KNOWN)).toBe(closest);
});
