import type { BrowserSetup } from './testing/setup-browser';
import { setupBrowser } from './testing/setup-browser';

type Release = () => void;

/** Has a tab ask for the lock `x`; what comes of it is added to `log`. */
function ask(
  { runIn }: BrowserSetup,
  tab: string,
  log: string[],
  options: LockOptions = {},
): Promise<Release> {
  return new Promise((resolve) => {
    void runIn(tab, () => {
      const work = (lock: Lock | null): Promise<void> | undefined => {
        log.push(`${tab} ${lock ? 'has it' : 'has it not'}`);
        return lock ? new Promise((release) => resolve(release)) : undefined;
      };
      navigator.locks.request('x', options, work).then(
        () => log.push(`${tab} is done`),
        (error: unknown) => log.push(`${tab}: ${(error as Error).name}`),
      );
    });
  });
}

describe('navigator.locks', () => {
  it('gives a lock in a task, to one page at a time, and to the next when it is free', async () => {
    const setup = await setupBrowser(['A', 'B']);
    const log: string[] = [];
    const held = ask(setup, 'A', log);
    await setup.runIn('A', () => undefined);
    void ask(setup, 'B', log);
    await setup.runIn('B', () => undefined);
    expect(log).toEqual([]);

    await setup.takeAll();
    expect(log).toEqual(['A has it']);
    await setup.runIn('A', await held);
    expect(setup.next()).toEqual(['lock x of A is free']);
    await setup.takeAll();

    expect(log).toEqual(['A has it', 'A is done', 'B has it']);
    expect(setup.browser.locks.held).toEqual(['x']);
  });

  it('refuses a lock that is not available, and goes on without it', async () => {
    const setup = await setupBrowser(['A', 'B']);
    const log: string[] = [];
    void ask(setup, 'A', log);
    await setup.takeAll();
    void ask(setup, 'B', log, { ifAvailable: true });
    await setup.takeAll();

    expect(log).toEqual(['A has it', 'B has it not', 'B is done']);
  });

  it('takes a lock away for one that steals it', async () => {
    const setup = await setupBrowser(['A', 'B']);
    const log: string[] = [];
    void ask(setup, 'A', log);
    await setup.takeAll();
    void ask(setup, 'B', log, { steal: true });
    await setup.takeAll();

    expect(log).toContain('B has it');
    expect(log).toContain('A: AbortError');
  });

  it('takes back a request that is aborted while it waits', async () => {
    const setup = await setupBrowser(['A', 'B']);
    const log: string[] = [];
    const held = ask(setup, 'A', log);
    await setup.takeAll();
    let abort: AbortController | undefined;
    await setup.runIn('B', () => (abort = new AbortController()));
    if (!abort) return;
    void ask(setup, 'B', log, { signal: abort.signal });
    await setup.takeAll();
    await setup.runIn('B', () => abort?.abort());
    await setup.runIn('A', await held);
    await setup.takeAll();

    expect(log).toEqual(['A has it', 'B: AbortError', 'A is done']);
    expect(setup.browser.locks.held).toEqual([]);
  });

  it('tells which locks are held, in a task', async () => {
    const setup = await setupBrowser(['A', 'B']);
    void ask(setup, 'A', []);
    await setup.takeAll();
    const names: unknown[] = [];
    await setup.runIn('B', () => {
      void navigator.locks.query().then(({ held }) => names.push(held?.map(({ name }) => name)));
    });
    expect(names).toEqual([]);
    await setup.takeAll();

    expect(names).toEqual([['x']]);
  });

  it.each([
    ['when the page is gone and others have seen what it has written', 'assumed', 0],
    ['as soon as the page is gone, where nothing else is assumed', 'not assumed', 1],
  ] as const)('frees a lock %s', async (_, writesOutrunTheEnd, early) => {
    const setup = await setupBrowser(['A', 'B'], { writesOutrunTheEnd });
    void ask(setup, 'A', []);
    await setup.takeAll();
    await setup.runIn('A', () => localStorage.setItem('k', '1'));
    await setup.move('A', (moves) => moves.crashing(setup.browser.tab('A')));

    const isFree = 'lock x of A is free';
    expect(setup.next().filter((label) => label === isFree)).toHaveLength(early);
    await setup.take('B sees k anew by A');
    await setup.take(isFree);

    expect(setup.browser.locks.held).toEqual([]);
  });

  it('is absent, throws or never answers where the platform is like that', async () => {
    const absent = await setupBrowser(['A'], { locks: 'absent' });
    const throwing = await setupBrowser(['A'], { locks: 'throwing' });
    const silent = await setupBrowser(['A'], { locks: 'silent' });
    const log: string[] = [];
    void ask(throwing, 'A', log);
    void ask(silent, 'A', log);
    await silent.takeAll();

    await absent.runIn('A', () => expect('locks' in navigator).toBe(false));
    expect(log).toEqual(['A: SecurityError']);
  });
});
