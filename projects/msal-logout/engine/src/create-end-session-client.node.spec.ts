/** @jest-environment node */
import { createEndSessionClient } from './create-end-session-client';

const { BroadcastChannel } = globalThis;

afterEach(() => Object.assign(globalThis, { BroadcastChannel }));

it('starts nothing where there is no window, and leaves nothing open', async () => {
  const opened: string[] = [];
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      opened.push(name);
      this.close();
    }
  };
  const client = createEndSessionClient({ auth: { clientId: 'x' } });

  for (const start of [
    () => client.initialize(),
    () => client.initialize(),
    () => client.clearCache(),
    () => client.logoutRedirect(),
    () => client.logoutPopup(),
    () => client.resume(),
  ]) {
    await expect(start()).rejects.toMatchObject({ code: 'not_in_browser' });
  }
  expect(client.accounts).toEqual([]);
  expect(client.interrupted).toBeNull();
  expect(() => client.close()).not.toThrow();
  expect(opened).toEqual([]);
});
