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

it('keeps no channel open when nobody listens', () => {
  const close = jest.spyOn(BroadcastChannel.prototype, 'close');
  const channel = new MsalCacheChannel();
  channel.onChange(() => undefined)();
  channel.tell(REMOVED);

  expect(close).toHaveBeenCalledTimes(2);
  jest.restoreAllMocks();
});
