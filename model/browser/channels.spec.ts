import type { BrowserSetup } from './testing/setup-browser';
import { setupBrowser } from './testing/setup-browser';
import type { PlatformOptions } from './platform';

interface Listening extends BrowserSetup {
  /** What has been heard, with who has heard it. */
  readonly heard: string[];
}

/** Tabs that listen on the channel `c`. */
async function listening(tabs: readonly string[], options?: PlatformOptions): Promise<Listening> {
  const setup = await setupBrowser(tabs, options);
  const heard: string[] = [];
  for (const tab of tabs) {
    await setup.runIn(tab, () => {
      const channel = new BroadcastChannel('c');
      channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) =>
        heard.push(`${tab}: ${data.type}`),
      );
      Reflect.set(window, 'channel', channel);
    });
  }
  return { ...setup, heard };
}

function post(...types: readonly string[]): () => void {
  return () => {
    const channel = Reflect.get(window, 'channel') as BroadcastChannel;
    for (const type of types) channel.postMessage({ type });
  };
}

describe('BroadcastChannel', () => {
  it('reaches every other page by a task of its own, in order from each sender', async () => {
    const { runIn, next, takeAll, heard } = await listening(['A', 'B', 'C']);
    await runIn('A', post('one', 'two'));
    await runIn('B', post('three'));

    expect(next()).toEqual([
      "B hears 'one' of A",
      "C hears 'one' of A",
      "A hears 'three' of B",
      "C hears 'three' of B",
    ]);
    await takeAll();

    expect(heard.sort()).toEqual(['A: three', 'B: one', 'B: two', 'C: one', 'C: three', 'C: two']);
  });

  it('may come before and after a write that was made before it', async () => {
    const { runIn, next } = await listening(['A', 'B']);
    await runIn('A', () => {
      localStorage.setItem('k', '1');
      post('one')();
    });

    expect(next()).toEqual(['B sees k anew by A', "B hears 'one' of A"]);
  });

  it('does not reach a page that has closed it, has gone, or is in the back/forward cache', async () => {
    const tabs = ['A', 'B', 'C', 'D'];
    const { browser, runIn, next, take, move } = await listening(tabs, { backForwardCache: 'on' });
    await runIn('A', post('early'));
    await runIn('B', () => (Reflect.get(window, 'channel') as BroadcastChannel).close());
    await move('C', (moves) => moves.crashing(browser.tab('C')));
    await runIn('D', () => window.location.assign('https://elsewhere.example/'));
    await take('D leaves for the provider');

    await runIn('A', post('late'));

    expect(browser.tab('D').cached).not.toBeNull();
    expect(next()).toEqual([]);
  });

  it('waits for a page that is frozen', async () => {
    const { browser, runIn, next, move } = await listening(['A', 'B']);
    await move('B', (moves) => moves.freezing(browser.tab('B')));
    await runIn('A', post('one'));
    const before = next();
    await move('B', (moves) => moves.resuming(browser.tab('B')));

    expect([before, next()]).toEqual([[], ["B hears 'one' of A"]]);
  });

  it('loses as many messages as a scenario allows', async () => {
    const { runIn, take, takeAll, heard } = await listening(['A', 'B'], { messages: { lost: 1 } });
    await runIn('A', post('one', 'two'));
    await take("B never hears 'one' of A");

    expect(await takeAll()).toEqual(["B hears 'two' of A"]);
    expect(heard).toEqual(['B: two']);
  });

  it('delivers as many messages twice as a scenario allows, the second time at any time', async () => {
    const { runIn, next, take, heard } = await listening(['A', 'B'], { messages: { doubled: 1 } });
    await runIn('A', post('one', 'two'));
    await take("B hears for the first time 'one' of A");
    expect(next()).toEqual(["B hears 'two' of A", "B hears again 'one' of A"]);
    await take("B hears 'two' of A");
    await take("B hears again 'one' of A");

    expect(heard).toEqual(['B: one', 'B: two', 'B: one']);
  });

  it('throws or is absent where the platform refuses it', async () => {
    const throwing = await setupBrowser(['A'], { broadcastChannel: 'throwing' });
    const absent = await setupBrowser(['A'], { broadcastChannel: 'absent' });

    await throwing.runIn('A', () => expect(() => new BroadcastChannel('c')).toThrow('insecure'));
    await absent.runIn('A', () => expect(typeof BroadcastChannel).toBe('undefined'));
  });
});
