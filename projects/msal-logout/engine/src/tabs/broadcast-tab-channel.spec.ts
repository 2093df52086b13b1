import { BroadcastTabChannel } from './broadcast-tab-channel';
import type { TabMessage } from './tab-channel';

const SIGNED_IN: TabMessage = { type: 'signed-in', accounts: [] };

afterEach(() => jest.restoreAllMocks());

it('tells the other tabs what is said after it was closed, and keeps nothing open', async () => {
  const other = new BroadcastTabChannel('mail-app');
  const heard = new Promise((resolve) => {
    other.listen(resolve);
  });
  const close = jest.spyOn(BroadcastChannel.prototype, 'close');
  const speak = jest.spyOn(BroadcastChannel.prototype, 'postMessage');
  const channel = new BroadcastTabChannel('mail-app');
  channel.listen(() => undefined);

  channel.close();
  channel.send(SIGNED_IN);

  const [speaker] = speak.mock.contexts;
  expect(close.mock.contexts.includes(speaker)).toBe(true);
  expect(await heard).toEqual(SIGNED_IN);
  other.close();
});

it('hears nothing that is said after it was closed', async () => {
  const [one, other] = [new BroadcastTabChannel('mail-app'), new BroadcastTabChannel('mail-app')];
  const heard: TabMessage[] = [];
  one.listen((message) => heard.push(message));
  const last = new Promise((resolve) => {
    other.listen(resolve);
  });

  one.close();
  new BroadcastTabChannel('mail-app').send(SIGNED_IN);

  await last;
  other.close();
  expect(heard).toEqual([]);
});
