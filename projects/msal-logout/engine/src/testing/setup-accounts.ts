import { FakeAccountCache } from '../../../testing/src/fakes/fake-account-cache';
import { FakeJournal } from '../../../testing/src/fakes/fake-journal';
import { FakeTabChannel } from '../../../testing/src/fakes/fake-tab-channel';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import type { AccountInfo } from '../cache/account-info';
import { EventHub } from '../events/event-hub';
import type { MsalLogoutEvent } from '../events/msal-logout-event';
import { Sequence } from '../tabs/sequence';

/** How a page starts. */
export interface AccountsSetup {
  readonly people?: readonly AccountInfo[];
  /** What happens before it does. */
  readonly before?: (tabs: FakeTabChannel) => void;
}

/** The accounts of a page that watches them, between fake ports. */
export async function setupAccounts({ people = [], before = () => undefined }: AccountsSetup = {}) {
  const cache = new FakeAccountCache(people);
  const tabs = new FakeTabChannel();
  const events = new EventHub();
  const told: MsalLogoutEvent[] = [];
  events.add((event) => told.push(event));
  const reported: unknown[] = [];
  const accounts = new SignedInAccounts({
    cache,
    tabs,
    sequence: new Sequence(tabs, new FakeJournal()),
    events,
    reportError: (error) => reported.push(error),
  });
  const lists: (readonly AccountInfo[])[] = [];
  accounts.addListener((now) => lists.push(now));
  before(tabs);
  const signIns: true[] = [];
  const stop = await accounts.watch(() => signIns.push(true));
  return { cache, tabs, accounts, events: told, lists, signIns, reported, stop };
}
