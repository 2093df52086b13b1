import { setupBrowser } from './testing/setup-browser';

describe('timers', () => {
  it('fire in the order in which they are due, as tasks while they are due soon', async () => {
    const { runIn, takeAll } = await setupBrowser(['A']);
    const log: number[] = [];
    await runIn('A', () => {
      for (const delay of [100, 0, 50, 0]) setTimeout(() => log.push(delay), delay);
      setTimeout(() => log.push(101), 101);
    });

    await takeAll();

    expect(log).toEqual([0, 0, 50, 100]);
  });

  it('fire when time has passed while they are due later', async () => {
    const { browser, runIn, next, takeAll } = await setupBrowser(['A', 'B']);
    const log: string[] = [];
    await runIn('A', () => setTimeout(() => log.push(`A at ${performance.now()}`), 5_000));
    await runIn('B', () => setTimeout(() => log.push(`B at ${performance.now()}`), 1_000));
    expect(next()).toEqual([]);

    while (browser.nextMoment !== null) {
      browser.clock.advanceTo(browser.nextMoment);
      await takeAll();
    }

    expect(log).toEqual(['B at 1000', 'A at 5000']);
  });

  it('count from when the timer was due that has set them', async () => {
    const { runIn, takeAll } = await setupBrowser(['A']);
    let ticks = 0;
    await runIn('A', () => {
      const tick = (): void => {
        ticks++;
        setTimeout(tick, 40);
      };
      setTimeout(tick, 40);
    });

    await takeAll();

    // At 40 and 80 ms; 120 ms is later than a busy browser explains.
    expect(ticks).toBe(2);
  });

  it('do not fire when they are cleared', async () => {
    const { runIn, next } = await setupBrowser(['A']);
    await runIn('A', () => clearTimeout(setTimeout(() => undefined)));

    expect(next()).toEqual([]);
  });

  it('tick when time passes, and when a popup has moved', async () => {
    const { browser, runIn, next, takeAll } = await setupBrowser(['A']);
    let ticks = 0;
    await runIn('A', () => {
      setInterval(() => ticks++, 50);
      window.open('about:blank');
    });
    expect(next()).toEqual([]);
    browser.navigate(browser.tab('A-popup'), 'https://app.example/');
    await takeAll();
    expect(ticks).toBeGreaterThan(0);
    const before = ticks;
    browser.clock.advanceTo(browser.nextMoment ?? 0);
    await takeAll();

    expect(ticks).toBe(before + 1);
  });

  it('may fire early where a scenario says so, and it is then the time that they are due', async () => {
    const { browser, runIn, takeAll } = await setupBrowser(['A'], { earlyTimers: [5_000] });
    await runIn('A', () => setTimeout(() => undefined, 5_000));

    expect(await takeAll()).toHaveLength(1);
    expect(browser.clock.now).toBe(5_000);
  });
});

describe('the clocks', () => {
  it('differ when somebody moves the wall clock', async () => {
    const { browser, runIn } = await setupBrowser(['A']);
    const read = (): readonly number[] => [Date.now(), performance.now()];
    let before: readonly number[] = [];
    let after: readonly number[] = [];
    await runIn('A', () => (before = read()));
    browser.clock.move(-3_600_000);
    await runIn('A', () => (after = read()));

    expect((after[0] ?? 0) - (before[0] ?? 0)).toBe(-3_600_000);
    expect(after[1]).toBe(before[1]);
  });
});
