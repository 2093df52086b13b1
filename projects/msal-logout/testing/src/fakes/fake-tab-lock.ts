import type { ɵTabLock as TabLock } from 'msal-logout/engine';

/** The locks of all tabs, in memory; every test has its own. */
export class FakeTabLock implements TabLock {
  readonly taken = new Set<string>();

  take(
    name: string,
    conflicts: (held: string) => boolean = () => false,
  ): Promise<(() => void) | null> {
    if ([...this.taken].some(conflicts)) return Promise.resolve(null);
    this.taken.add(name);
    return Promise.resolve(() => void this.taken.delete(name));
  }

  held(): Promise<readonly string[]> {
    return Promise.resolve([...this.taken]);
  }
}
