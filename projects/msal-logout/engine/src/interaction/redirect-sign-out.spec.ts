import { EventType } from '../events/event-type';
import { ADA } from '../testing/people';
import { setupClient } from '../testing/setup-client';

it('waits no longer than it is told to for a navigation client that never answers', async () => {
  const { client, navigation, events } = setupClient({
    accounts: [ADA],
    system: { redirectNavigationTimeout: 10 },
  });
  navigation.answer = () => new Promise(() => undefined);
  const result = await client.logoutRedirect();

  expect(result).toMatchObject({ local: 'cleared', server: 'failed', reason: 'timed_out' });
  expect(events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  expect(client.interrupted).not.toBeNull();
});
