import { accountIdentity } from '../cache/account-info';
import { account, ADA } from '../testing/people';
import { accountDigest } from './account-digest';

it('is the same for the same account, and has nothing of its ids', () => {
  expect(accountDigest(ADA)).toBe(accountDigest(accountIdentity(ADA)));
  expect(accountDigest(ADA)).toMatch(/^[0-9a-z]+\.[0-9a-z]+$/);
});

it('is another one for every account', () => {
  const people = Array.from({ length: 1_000 }, (_, index) => account(`person-${index}`));

  expect(new Set(people.map(accountDigest)).size).toBe(1_000);
});
