import { accountIdentity } from '../cache/account-info';
import { ADA } from '../testing/people';
import { BroadcastTabChannel } from './broadcast-tab-channel';
import type { TabMessage } from './tab-channel';
import { TabMailbox } from './tab-mailbox';

const SIGNED_IN: TabMessage = { type: 'signed-in', accounts: [] };
const OF_ADA = { correlationId: 'c-1', accounts: [accountIdentity(ADA)], everyone: false };

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

it('reaches the tabs that use the same name, and no others', async () => {
  const [same, another] = [
    new BroadcastTabChannel('mail-app'),
    new BroadcastTabChannel('calendar'),
  ];
  const heard: unknown[] = [];
  const last = new Promise((resolve) => {
    same.listen((message) => heard.push(message));
    another.listen(resolve);
  });
  const speakers = [new BroadcastTabChannel('mail-app'), new BroadcastTabChannel('calendar')];
  for (const speaker of speakers) speaker.send(SIGNED_IN);

  await last;
  expect(heard).toEqual([SIGNED_IN]);
  for (const channel of [same, another, ...speakers]) channel.close();
});

it.each([
  ['nothing', null],
  ['a text', 'signed-out'],
  ['a type that nobody knows', { ...OF_ADA, type: 'signed-off' }],
  ['no accounts', { type: 'signed-out' }],
  ['accounts that are none', { ...OF_ADA, type: 'signed-out', accounts: [{}] }],
])('does not listen to %s', async (_, message) => {
  const channel = new BroadcastTabChannel('mail-app');
  const heard: unknown[] = [];
  const last = new Promise<void>((resolve) => {
    channel.listen((message) => {
      heard.push(message);
      if (message.type === 'signed-in') resolve();
    });
  });
  const stranger = new BroadcastChannel('end-session.mail-app');
  for (const said of [message, SIGNED_IN]) stranger.postMessage(said);

  await last;
  expect(heard).toEqual([SIGNED_IN]);
  stranger.close();
  channel.close();
});

it('hears the others after it has told them something', async () => {
  const [channel, other] = [
    new BroadcastTabChannel('mail-app'),
    new BroadcastTabChannel('mail-app'),
  ];
  const heard = new Promise((resolve) => channel.listen(resolve));
  channel.send(SIGNED_IN);
  other.send({ ...OF_ADA, type: 'signed-out' });

  expect(await heard).toEqual({ ...OF_ADA, type: 'signed-out' });
  for (const each of [channel, other]) each.close();
});

it('keeps sign-outs for tabs whose page is away, and nothing else', () => {
  const mailbox = new TabMailbox('mail-app');
  const put = jest.spyOn(mailbox, 'put');
  const channel = new BroadcastTabChannel('mail-app', mailbox);
  const signedOut = { type: 'signed-out', ...OF_ADA } as const;
  for (const message of [SIGNED_IN, { ...signedOut, type: 'signing-out' } as const, signedOut]) {
    channel.send(message);
  }

  expect(put.mock.calls).toEqual([[signedOut]]);
  channel.close();
});

it('has missed what came after its page went, until it was closed', () => {
  const mailbox = new TabMailbox('mail-app');
  const leave = jest.spyOn(mailbox, 'leave');
  const channel = new BroadcastTabChannel('mail-app', mailbox);
  const goAway = (): boolean => window.dispatchEvent(new Event('pagehide'));
  goAway();
  expect(leave).not.toHaveBeenCalled();
  channel.listen(() => undefined);
  goAway();
  expect(leave).toHaveBeenCalledTimes(1);
  mailbox.put(OF_ADA);
  expect(channel.missed()).toEqual([expect.objectContaining({ correlationId: 'c-1' })]);
  channel.close();
  leave.mockClear();
  goAway();

  expect(leave).not.toHaveBeenCalled();
});

it('has missed nothing where all tabs share one cache', () => {
  const channel = new BroadcastTabChannel('mail-app');
  channel.listen(() => undefined);
  channel.send({ type: 'signed-out', ...OF_ADA });

  expect(channel.missed()).toEqual([]);
  expect(localStorage).toHaveLength(0);
  channel.close();
});

it('is alone without BroadcastChannel', () => {
  const Channel = window.BroadcastChannel;
  Reflect.deleteProperty(window, 'BroadcastChannel');
  const channel = new BroadcastTabChannel('mail-app');
  const useIt = (): void => {
    channel.listen(() => undefined);
    channel.send(SIGNED_IN);
    channel.close();
  };

  try {
    expect(useIt).not.toThrow();
  } finally {
    window.BroadcastChannel = Channel;
  }
});

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
