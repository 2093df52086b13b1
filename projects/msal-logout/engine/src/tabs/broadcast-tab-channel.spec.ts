import { ADA, ALAN } from '../testing/people';
import { aboutOf, noteOf } from '../testing/tab-note';
import { BroadcastTabChannel } from './broadcast-tab-channel';
import { storedNotes } from './note-storage';

const SIGNED_OUT = noteOf();
const SIGNED_IN = noteOf({ type: 'signed-in', id: 'n-2', correlationId: '', group: '' });

/** Listens, and says when it hears. */
function hear(channel: BroadcastTabChannel) {
  const listener = jest.fn();
  let tell: () => void = () => undefined;
  const next = () => new Promise<void>((resolve) => (tell = resolve));
  const stop = channel.listen(() => {
    listener();
    tell();
  });
  return { listener, next, stop };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

/** A page on which no storage can be used: only the channel is left. */
function takeAwayStorage(): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    jest.spyOn(window, storage, 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
  }
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

it('reaches the tabs that use the same name, and no others', async () => {
  takeAwayStorage();
  const [same, another] = [
    new BroadcastTabChannel('mail-app'),
    new BroadcastTabChannel('calendar'),
  ];
  const [ofSame, ofAnother] = [hear(same), hear(another)];
  const heard = Promise.all([ofSame.next(), ofAnother.next()]);
  new BroadcastTabChannel('mail-app').send(SIGNED_OUT);
  new BroadcastTabChannel('calendar').send(SIGNED_IN);
  await heard;

  expect(same.notes()).toEqual([SIGNED_OUT]);
  expect(another.notes()).toEqual([SIGNED_IN]);
  expect(ofSame.listener).toHaveBeenCalledTimes(1);
  for (const { stop } of [ofSame, ofAnother]) stop();
});

it.each([
  ['nothing', null],
  ['a text', 'signed-out'],
  ['a type that nobody knows', { ...SIGNED_OUT, type: 'signed-off' }],
  ['no accounts', { ...SIGNED_OUT, about: undefined }],
  ['accounts that are none', { ...SIGNED_OUT, about: [{}] }],
  ['a sign-out for other tabs', { ...SIGNED_OUT, group: 'calendar' }],
])('does not listen to %s', async (_, message) => {
  takeAwayStorage();
  const channel = new BroadcastTabChannel('mail-app');
  const { next, listener, stop } = hear(channel);
  const heard = next();
  const stranger = new BroadcastChannel('end-session.mail-app');
  for (const said of [message, SIGNED_IN]) stranger.postMessage(said);
  await heard;
  stranger.close();
  stop();

  expect(listener).toHaveBeenCalledTimes(1);
  expect(channel.notes()).toEqual([SIGNED_IN]);
});

it('hears the others after it has told them something, and has its own note, too', async () => {
  const [channel, other] = [
    new BroadcastTabChannel('mail-app'),
    new BroadcastTabChannel('mail-app'),
  ];
  const { next, stop } = hear(channel);
  const heard = next();
  channel.send(SIGNED_IN);
  other.send(SIGNED_OUT);
  await heard;
  stop();

  expect(channel.notes()).toHaveLength(2);
  expect(channel.notes()).toEqual(expect.arrayContaining([SIGNED_IN, SIGNED_OUT]));
});

it('says for which tabs a sign-out is; everything else is for all of this browser', () => {
  const channel = new BroadcastTabChannel('calendar');
  channel.send(noteOf({ group: '' }));
  channel.send(SIGNED_IN);

  expect(channel.notes().map(({ type, group }) => [type, group])).toEqual([
    ['signed-out', 'calendar'],
    ['signed-in', ''],
  ]);
});

describe('a page that was away', () => {
  it('finds what was noted meanwhile, also of others who use another name', () => {
    new BroadcastTabChannel('mail-app').send(SIGNED_OUT);
    new BroadcastTabChannel('calendar').send(SIGNED_IN);

    expect(new BroadcastTabChannel('mail-app').notes()).toEqual(
      expect.arrayContaining([SIGNED_OUT, SIGNED_IN]),
    );
  });

  it('does not find a sign-out of those who use another name', () => {
    new BroadcastTabChannel('calendar').send(SIGNED_OUT);

    expect(new BroadcastTabChannel('mail-app').notes()).toEqual([]);
    expect(storedNotes()).toHaveLength(1);
  });

  it('finds it as long as it counts, and as often as it looks', () => {
    new BroadcastTabChannel('mail-app').send(SIGNED_OUT);
    const channel = new BroadcastTabChannel('mail-app');
    channel.notes();

    expect(channel.notes()).toEqual([SIGNED_OUT]);
  });
});

it('hears of a note by the storage where the channel is late, or does not exist', () => {
  const channel = new BroadcastTabChannel('mail-app');
  const { listener, stop } = hear(channel);
  const write = (): boolean =>
    window.dispatchEvent(new StorageEvent('storage', { key: 'end-session.note.signed-out.n-1' }));
  write();
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
  write();

  expect(listener).toHaveBeenCalledTimes(1);
});

it('has a note that came twice once, and what one has superseded no more', () => {
  takeAwayStorage();
  const channel = new BroadcastTabChannel('mail-app');
  channel.send(SIGNED_OUT);
  channel.send(SIGNED_OUT);
  expect(channel.notes()).toEqual([SIGNED_OUT]);
  const ofBoth = noteOf({ id: 'n-3', about: aboutOf(ADA, ALAN), order: 1_001 });
  channel.send(ofBoth);

  expect(channel.notes()).toEqual([ofBoth]);
});

it.each<[string, () => void]>([
  ['is none', () => Reflect.deleteProperty(window, 'BroadcastChannel')],
  ['is one that cannot be opened', () => Object.assign(window, { BroadcastChannel: refuse })],
])('goes by the storage where there %s', (_, takeAway) => {
  const { BroadcastChannel } = window;
  takeAway();
  try {
    const channel = new BroadcastTabChannel('mail-app');
    channel.listen(() => undefined);
    channel.send(SIGNED_OUT);

    expect(new BroadcastTabChannel('mail-app').notes()).toEqual([SIGNED_OUT]);
  } finally {
    Object.assign(window, { BroadcastChannel });
  }
});

function refuse(): never {
  throw new DOMException('', 'SecurityError');
}

it('tells the other tabs what is said after nobody listens here, and keeps nothing open', async () => {
  const { next, stop } = hear(new BroadcastTabChannel('mail-app'));
  const heard = next();
  const close = jest.spyOn(BroadcastChannel.prototype, 'close');
  const speak = jest.spyOn(BroadcastChannel.prototype, 'postMessage');
  const channel = new BroadcastTabChannel('mail-app');
  channel.listen(() => undefined)();
  channel.send(SIGNED_OUT);
  await heard;
  stop();

  const [speaker] = speak.mock.contexts;
  expect(close.mock.contexts.includes(speaker)).toBe(true);
});

it('hears nothing that is said after it has stopped to listen', async () => {
  const [one, other] = [
    hear(new BroadcastTabChannel('mail-app')),
    hear(new BroadcastTabChannel('mail-app')),
  ];
  const heard = other.next();
  one.stop();
  new BroadcastTabChannel('mail-app').send(SIGNED_OUT);
  await heard;
  other.stop();

  expect(one.listener).not.toHaveBeenCalled();
});

describe('a tab that keeps its sign-outs to itself', () => {
  it('tells nobody of them, and knows them', async () => {
    const { listener, stop } = hear(new BroadcastTabChannel('mail-app'));
    const channel = new BroadcastTabChannel(null);
    channel.send(SIGNED_OUT);
    await settled();
    stop();

    expect(listener).not.toHaveBeenCalled();
    expect(channel.notes()).toMatchObject([{ id: 'n-1' }]);
    expect(storedNotes()).toEqual([]);
  });

  it('follows nobody else', () => {
    new BroadcastTabChannel('mail-app').send(SIGNED_OUT);

    expect(new BroadcastTabChannel(null).notes()).toEqual([]);
  });

  it('notes all the same who signs in: sign-outs of others end there', () => {
    new BroadcastTabChannel(null).send(SIGNED_IN);

    expect(new BroadcastTabChannel('mail-app').notes()).toEqual([SIGNED_IN]);
  });
});

it('remembers for later pages of this tab', () => {
  const memory = { copies: [{ account: 'digest', since: 1, token: 't-1' }], isSigningIn: true };
  new BroadcastTabChannel('mail-app').remember(memory);

  expect(new BroadcastTabChannel('mail-app').recall()).toEqual(memory);
});
