import { accountDigest } from '../tabs/account-digest';
import type { JournalEntry } from './logout-journal';

const OWNER = 'end-session.owner.';

/** The lock that the page of a sign-out holds for as long as it works on it. Its name says who is signed out. */
export function ownerLock({ stateId, clientId, accounts }: JournalEntry): string {
  return [OWNER + stateId, clientDigest(clientId), ...accounts.map(accountDigest)].join('+');
}

/** Whether a lock is that of the page of the sign-out with this id. */
export function isOwnerLock(lock: string, stateId: string): boolean {
  return lock.startsWith(`${OWNER}${stateId}+`);
}

/** Whether a lock is that of a page which signs out accounts of the client. */
export function isOwnerLockOfAccounts(lock: string, clientId: string): boolean {
  const [owner = '', client, ...accounts] = lock.split('+');
  return owner.startsWith(OWNER) && client === clientDigest(clientId) && accounts.length > 0;
}

/** Where a lock is a key in localStorage, MSAL removes it if it contains a client id. */
export function clientDigest(clientId: string): string {
  return accountDigest({ homeAccountId: clientId, environment: '' });
}
