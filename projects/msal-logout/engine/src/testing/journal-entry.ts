import { accountIdentity } from '../cache/account-info';
import type { JournalEntry } from '../journal/logout-journal';
import { ADA } from './people';

/** What is remembered of a sign-out of Ada by redirect that has left the page. */
export function entryOf(members: Partial<JournalEntry> = {}): JournalEntry {
  return {
    stateId: 's-1',
    correlationId: 'c-1',
    interactionType: 'redirect',
    accounts: [accountIdentity(ADA)],
    authority: 'https://id.example',
    logoutHint: 'ada',
    postLogoutRedirectUri: 'http://localhost/signed-out',
    startedAt: Date.now(),
    stage: 'cleared',
    resumed: 0,
    ...members,
  };
}
