import { accountIdentity } from '../cache/account-info';
import { account, ADA } from '../testing/people';
import { fingerprint } from './fingerprint';

it('is the same for the same account, and has nothing of its ids', () => {
  expect(fingerprint(ADA)).toBe(fingerprint(accountIdentity(ADA)));
  expect(fingerprint(ADA)).toMatch(/^[0-9a-z]+\.[0-9a-z]+$/);
});

it('is another one for every account', () => {
  const people = Array.from({ length: 1_000 }, (_, index) => account(`person-${index}`));

  expect(new Set(people.map(fingerprint)).size).toBe(1_000);
});
