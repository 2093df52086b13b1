import { MsalCacheChannel } from './msal-cache-channel';

const REMOVED = new Map([['msal.3|ada', 'mail-app']]);

it('is heard at every end but its own', async () => {
  const [one, other] = [new MsalCacheChannel(), new MsalCacheChannel()];
  const heard: string[] = [];
  const stops = [one.onChange(() => heard.push('at its own'))];
  const heardAtOther = new Promise<void>((resolve) => {
    stops.push(other.onChange(resolve));
  });

  one.tell(REMOVED);

  await heardAtOther;
  for (const stop of stops) stop();
  expect(heard).toEqual([]);
});

it('keeps no channel open when nobody listens', async () => {
  const channel = new MsalCacheChannel();
  channel.onChange(() => undefined)();
  const post = jest.spyOn(BroadcastChannel.prototype, 'postMessage');
  const closed = new Promise((resolve) => {
    jest.spyOn(BroadcastChannel.prototype, 'close').mockImplementation(() => resolve(null));
  });

  channel.tell(REMOVED);

  await closed;
  expect(post).toHaveBeenCalledTimes(1);
  jest.restoreAllMocks();
});

it('tells at the latest when the page is left, and then no more', async () => {
  const post = jest.spyOn(BroadcastChannel.prototype, 'postMessage');
  new MsalCacheChannel().tell(REMOVED);

  window.dispatchEvent(new PageTransitionEvent('pagehide'));

  expect(post).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(post).toHaveBeenCalledTimes(1);
  jest.restoreAllMocks();
});

it('says nothing of nothing', async () => {
  const post = jest.spyOn(BroadcastChannel.prototype, 'postMessage');
  const timers = jest.spyOn(globalThis, 'setTimeout');
  new MsalCacheChannel().tell(new Map());
  expect(timers).not.toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve, 5));

  expect(post).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});

it('hears of other tabs by the storage alone where there are no channels', async () => {
  const { BroadcastChannel } = globalThis;
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const channel = new MsalCacheChannel();
  let heard = 0;
  const stop = channel.onChange(() => heard++);
  channel.tell(REMOVED);
  window.dispatchEvent(new StorageEvent('storage'));
  window.dispatchEvent(new StorageEvent('storage'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  stop();
  window.dispatchEvent(new StorageEvent('storage'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  Object.assign(globalThis, { BroadcastChannel });
  jest.restoreAllMocks();

  expect(heard).toBe(1);
});

it('tells at the end at which it listens, if it does, and that one stays open', async () => {
  const channel = new MsalCacheChannel();
  const first = channel.onChange(() => undefined);
  let heard = 0;
  const second = channel.onChange(() => heard++);
  first();
  const other = new MsalCacheChannel();
  const heardAtOther = new Promise<void>((resolve) => {
    const stop = other.onChange(() => {
      stop();
      resolve();
    });
  });
  channel.tell(REMOVED);
  await heardAtOther;
  other.tell(REMOVED);
  await new Promise((resolve) => setTimeout(resolve, 50));
  second();

  expect(heard).toBe(1);
});
