import { noteOf } from '../testing/tab-note';
import { MsalCacheChannel } from '../cache/msal-cache-channel';
import { createEndSessionClient } from '../create-end-session-client';
import { ReturnChannel } from '../interaction/return-channel';
import { BroadcastTabChannel } from '../tabs/broadcast-tab-channel';
import { canOpenChannel, openChannel } from './open-channel';

const { BroadcastChannel } = globalThis;

afterEach(() => Object.assign(globalThis, { BroadcastChannel }));

/** What a browser may do. */
const REFUSALS: readonly (readonly [string, () => void])[] = [
  ['there is none', () => Reflect.deleteProperty(globalThis, 'BroadcastChannel')],
  [
    'its constructor throws',
    () => {
      const refuse = jest.fn(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      });
      Object.assign(globalThis, { BroadcastChannel: refuse });
    },
  ],
];

describe.each(REFUSALS)('where %s', (_, refuse) => {
  beforeEach(refuse);

  it('no channel is opened', () => {
    expect(openChannel('a')).toBeNull();
    expect(canOpenChannel()).toBe(false);
  });

  it('a client starts, signs out and ends as in a browser without other tabs', async () => {
    const client = createEndSessionClient({ auth: { clientId: 'c1' } });
    await client.initialize();

    await expect(client.clearCache()).resolves.toMatchObject({ server: 'skipped' });
    client.close();
  });

  it('MSAL’s channel, that of the tabs and that of popups tell and hear nothing', () => {
    const listener = jest.fn();
    const cache = new MsalCacheChannel();
    const stop = cache.onChange(listener);
    cache.tell(new Map([['key', '']]));
    window.dispatchEvent(new Event('pagehide'));
    stop();
    const tabs = new BroadcastTabChannel('c1');
    const stopListening = tabs.listen(listener);
    tabs.send(noteOf());
    stopListening();
    const popup = new ReturnChannel('id');
    popup.speak();
    popup.close();

    expect(listener).not.toHaveBeenCalled();
  });
});

it('opens a channel, and leaves none open to find out whether it could', () => {
  const close = jest.spyOn(BroadcastChannel.prototype, 'close');

  expect(canOpenChannel()).toBe(true);
  expect(close).toHaveBeenCalledTimes(1);
  const channel = openChannel('a');
  expect(channel).toMatchObject({ name: 'a' });
  channel?.close();
});
