import { ReturnChannel } from './return-channel';

const opened: { close(): void }[] = [];

function channel(stateId: string): ReturnChannel {
  const made = new ReturnChannel(stateId);
  opened.push(made);
  return made;
}

const later = () => new Promise((resolve) => setTimeout(resolve, 50));

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

it('hears the page that a popup returns to', async () => {
  const heard = channel('s-1').heard();
  channel('s-1').speak();

  await expect(heard).resolves.toBeUndefined();
});

it('says what the redirect bridge of MSAL says', async () => {
  const bridge = new BroadcastChannel('s-1');
  opened.push(bridge);
  const said = new Promise((resolve) => {
    bridge.addEventListener('message', ({ data }) => resolve(data));
  });
  channel('s-1').speak();

  expect(await said).toEqual({ v: 1, payload: '' });
});

it.each([
  ['of another sign-out', () => channel('s-1'), 's-2'],
  [
    'when it is closed',
    () => {
      const closed = channel('s-1');
      closed.close();
      return closed;
    },
    's-1',
  ],
])('hears nothing %s', async (_, listen, stateId) => {
  let heard = 0;
  void listen()
    .heard()
    .then(() => heard++);
  channel(stateId).speak();
  await later();

  expect(heard).toBe(0);
});

it('is quiet where there are no channels', async () => {
  const { BroadcastChannel } = globalThis;
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const none = new ReturnChannel('s-1');
  Object.assign(globalThis, { BroadcastChannel });
  let heard = 0;
  void none.heard().then(() => heard++);
  none.speak();
  none.close();
  await later();

  expect(heard).toBe(0);
});
