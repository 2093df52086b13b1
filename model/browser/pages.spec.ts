import { END_SESSION_ENDPOINT } from './platform';
import { setupBrowser } from './testing/setup-browser';

const BACK = encodeURIComponent('https://app.example/signed-out');
const END_SESSION = `${END_SESSION_ENDPOINT}?logout_hint=ada&state=s&post_logout_redirect_uri=${BACK}`;

describe('a page', () => {
  it('is left for the provider, which sends the browser back to a new page', async () => {
    const { browser, page, runIn, takeAll } = await setupBrowser(['A']);
    const heard: unknown[] = [];
    await runIn('A', () => {
      window.addEventListener('pagehide', ({ persisted }) => heard.push(persisted));
      window.location.assign(END_SESSION);
    });

    expect(await takeAll()).toEqual(['A leaves for the provider', 'A loads /signed-out']);
    expect(heard).toEqual([false]);
    expect(page('A').url).toBe('https://app.example/signed-out?state=s');
    expect(page('A').name).toBe('A2');
    expect(browser.provider.calls).toMatchObject([{ tab: 'A', hint: 'ada', isAnswered: true }]);
  });

  it('is not left before others see what it has written, as is assumed', async () => {
    const { runIn, next, take } = await setupBrowser(['A', 'B']);
    await runIn('A', () => {
      localStorage.setItem('k', '1');
      window.location.assign(END_SESSION);
    });
    expect(next()).toEqual(['B sees k anew by A']);
    await take('B sees k anew by A');

    expect(next()).toEqual(['A leaves for the provider']);
  });

  it('does not wait for a page that sleeps', async () => {
    const { browser, runIn, next, move } = await setupBrowser(['A', 'B']);
    await move('B', (moves) => moves.freezing(browser.tab('B')));
    await runIn('A', () => {
      localStorage.setItem('k', '1');
      window.location.assign(END_SESSION);
    });

    expect(next()).toEqual(['A leaves for the provider']);
  });

  it('stays while the provider hangs', async () => {
    const { browser, page, runIn, next } = await setupBrowser(['A'], { provider: 'hanging' });
    await runIn('A', () => window.location.assign(END_SESSION));

    expect(next()).toEqual([]);
    expect(page('A').life).toBe('running');
    expect(browser.provider.calls).toMatchObject([{ isAnswered: false }]);
  });

  it('is gone where the provider cannot be reached', async () => {
    const { browser, runIn, takeAll } = await setupBrowser(['A'], { provider: 'down' });
    await runIn('A', () => window.location.assign(END_SESSION));

    expect(await takeAll()).toEqual(['A leaves for the provider']);
    expect(browser.tab('A').page).toBeNull();
    expect(browser.provider.calls).toMatchObject([{ isAnswered: false }]);
  });

  it('comes back out of the back/forward cache with what it had, unless it held a lock', async () => {
    const setup = await setupBrowser(['A', 'B'], { backForwardCache: 'on', provider: 'down' });
    const { browser, runIn, takeAll, move, page } = setup;
    const before = page('A');
    const heard: unknown[] = [];
    await runIn('A', () =>
      window.addEventListener('pageshow', ({ persisted }) => heard.push(persisted)),
    );
    await runIn('B', () => {
      void navigator.locks.request('x', () => new Promise(() => undefined));
    });
    await takeAll();
    for (const tab of ['A', 'B']) await runIn(tab, () => window.location.assign(END_SESSION));
    await takeAll();
    for (const tab of ['A', 'B']) {
      await move(tab, (moves) => moves.goingBack(browser.tab(tab), 'https://app.example/'));
    }
    await takeAll();

    expect(page('A')).toBe(before);
    expect(heard).toEqual([true]);
    expect(page('B').name).toBe('B2');
    expect(page('B').navigationType).toBe('back_forward');
  });

  it('draws the same ids in every run, and none twice', async () => {
    const draw = async (): Promise<readonly string[]> => {
      const { runIn } = await setupBrowser(['A', 'B']);
      const ids: string[] = [];
      for (const tab of ['A', 'B', 'A']) {
        await runIn(tab, () => ids.push(crypto.getRandomValues(new Uint8Array(16)).join()));
      }
      return ids;
    };

    const ids = await draw();

    expect(new Set(ids).size).toBe(3);
    expect(await draw()).toEqual(ids);
  });
});

describe('a popup', () => {
  it('has a copy of its opener sessionStorage, and cannot be read while it is elsewhere', async () => {
    const { runIn, take } = await setupBrowser(['A']);
    let popup: Window | null = null as Window | null;
    await runIn('A', () => {
      sessionStorage.setItem('k', '1');
      popup = window.open('about:blank');
      popup?.location.replace(END_SESSION);
    });
    await runIn('A', () => {
      expect(popup?.sessionStorage.getItem('k')).toBe('1');
      expect(popup?.location.href).toBe('about:blank');
    });
    await take('A-popup leaves for the provider');
    await runIn('A', () => expect(() => popup?.location.href).toThrow('another origin'));
    await take('A-popup loads /signed-out');

    await runIn('A', () =>
      expect(popup?.location.href).toBe('https://app.example/signed-out?state=s'),
    );
  });

  it('looks closed when it is, and its opener sees what it has written', async () => {
    const { runIn, take, takeAll } = await setupBrowser(['A']);
    let popup: Window | null = null as Window | null;
    await runIn('A', () => (popup = window.open('https://app.example/')));
    await takeAll();
    await runIn('A-popup', () => {
      localStorage.setItem('k', '1');
      window.close();
    });
    await runIn('A', () => expect(popup?.closed).toBe(false));
    await take('A sees k anew by A-popup');

    await runIn('A', () => expect(popup?.closed).toBe(true));
  });

  it('may be closed by the user at any time where a scenario says so', async () => {
    const { browser, runIn, next, take } = await setupBrowser(['A'], {
      popupsAreClosed: 'perhaps',
    });
    await runIn('A', () => window.open('about:blank'));
    expect(next()).toEqual(['the user closes A-popup']);
    await take('the user closes A-popup');

    expect(browser.tab('A-popup').isClosed).toBe(true);
  });

  it('is none where it is blocked', async () => {
    const { runIn } = await setupBrowser(['A'], { popups: 'blocked' });

    await runIn('A', () => expect(window.open('about:blank')).toBeNull());
  });
});
