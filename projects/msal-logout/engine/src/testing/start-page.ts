import type { AccountInfo } from '../cache/account-info';
import type { JournalEntry } from '../sign-outs/logout-journal';
import { setupClient } from './setup-client';

/** A page that starts after earlier ones have left `entries` behind. */
export async function startPage(
  entries: readonly JournalEntry[],
  accounts: readonly AccountInfo[] = [],
  prepare: (setup: ReturnType<typeof setupClient>) => void = () => undefined,
) {
  const setup = setupClient({ accounts });
  for (const entry of entries) setup.journal.write(entry);
  prepare(setup);
  await setup.client.initialize();
  return setup;
}
