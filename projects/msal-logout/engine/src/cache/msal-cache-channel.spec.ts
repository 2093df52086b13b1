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
