import { accountIdentity } from '../cache/account-info';
import type { JournalEntry } from '../sign-outs/logout-journal';
import { ADA } from './people';

/** What is remembered of a sign-out of Ada by redirect that has left the page. */
export function entryOf(members: Partial<JournalEntry> = {}): JournalEntry {
  return {
    stateId: 's-1',
    clientId: 'mail-app',
    correlationId: 'c-1',
    interactionType: 'redirect',
    accounts: [accountIdentity(ADA)],
    authority: 'https://id.example',
    logoutHint: 'ada',
    postLogoutRedirectUri: 'http://localhost/signed-out',
    order: 1,
    startedAt: Date.now(),
    leftAt: Date.now(),
    stage: 'away',
    resumed: 0,
    ...members,
  };
}
