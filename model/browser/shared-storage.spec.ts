import { setupBrowser } from './testing/setup-browser';

describe('localStorage', () => {
  it('shows a write to its own page at once, and to others in a task of theirs', async () => {
    const { page, runIn, next, take } = await setupBrowser(['A', 'B']);
    await runIn('A', () => localStorage.setItem('k', '1'));

    expect(page('A').storage.area.getItem('k')).toBe('1');
    expect(page('B').storage.area.getItem('k')).toBeNull();
    expect(next()).toEqual(['B sees k anew by A']);
    await take('B sees k anew by A');

    expect(page('B').storage.area.getItem('k')).toBe('1');
  });

  it('tells other pages of each write by an event, in order, with the item as it is then', async () => {
    const { page, runIn, takeAll } = await setupBrowser(['A', 'B']);
    const heard: unknown[] = [];
    await runIn('B', () => {
      window.addEventListener('storage', ({ key, oldValue, newValue }) =>
        heard.push([key, oldValue, newValue, localStorage.length]),
      );
    });
    await runIn('A', () => {
      localStorage.setItem('k', '1');
      localStorage.setItem('k', '1');
      localStorage.setItem('l', '2');
      localStorage.removeItem('k');
    });

    await takeAll();

    expect(heard).toEqual([
      ['k', null, '1', 1],
      ['l', null, '2', 2],
      ['k', '1', null, 1],
    ]);
    expect(Object.keys(page('B').storage.area)).toEqual(['l']);
  });

  it('has the last write win everywhere, whenever the first one comes in', async () => {
    const { browser, page, runIn, takeAll } = await setupBrowser(['A', 'B']);
    await runIn('A', () => localStorage.setItem('k', 'first'));
    await runIn('B', () => localStorage.setItem('k', 'last'));

    await takeAll();

    const seen = ['A', 'B'].map((tab) => page(tab).storage.area.getItem('k'));
    expect([...seen, browser.storage.committed.get('k')]).toEqual(['last', 'last', 'last']);
  });

  it('has all pages see the writes of different pages in one order', async () => {
    const { runIn, next } = await setupBrowser(['A', 'B', 'C', 'D']);
    await runIn('A', () => localStorage.setItem('k', '1'));
    await runIn('B', () => localStorage.setItem('l', '2'));

    expect(next().filter((label) => /^[CD]/.test(label))).toEqual([
      'C sees k anew by A',
      'D sees k anew by A',
    ]);
  });

  it('is complete for a page that loads', async () => {
    const { browser, page, runIn, take } = await setupBrowser(['A', 'B']);
    await runIn('A', () => localStorage.setItem('k', '1'));
    browser.openTab('C', 'https://app.example/');

    await take('C loads /');

    expect(page('C').storage.area.getItem('k')).toBe('1');
  });

  it('comes in to a page that sleeps when it has woken', async () => {
    const { browser, page, runIn, next, move, takeAll } = await setupBrowser(['A', 'B']);
    await move('B', (moves) => moves.freezing(browser.tab('B')));
    await runIn('A', () => localStorage.setItem('k', '1'));

    expect(next()).toEqual([]);
    await move('B', (moves) => moves.resuming(browser.tab('B')));
    expect(page('B').storage.area.getItem('k')).toBeNull();

    expect(await takeAll()).toEqual(['B sees k anew by A']);
  });

  it('is each tab own where it is sessionStorage, and outlives the page', async () => {
    const { browser, page, runIn, move, take } = await setupBrowser(['A', 'B']);
    await runIn('A', () => sessionStorage.setItem('k', '1'));
    await move('A', (moves) => moves.reloading(browser.tab('A')));
    await take('A loads /');

    expect(page('A').tab.session.getItem('k')).toBe('1');
    expect(page('B').tab.session.getItem('k')).toBeNull();
  });

  it('throws where the platform refuses it', async () => {
    const { runIn } = await setupBrowser(['A'], { storage: 'throwing' });

    await runIn('A', () => expect(() => localStorage).toThrow('insecure'));
  });
});
