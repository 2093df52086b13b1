import { EventType } from './events/event-type';
import { takeLogoutReturn } from './interaction/logout-return';
import { ADA } from './testing/people';
import { leaveByRedirect, setupClient } from './testing/setup-client';

const { ACCOUNTS_CLEARED, LOGOUT_END, LOGOUT_START, LOGOUT_SUCCESS } = EventType;

/** Ada signed in, in a browser that does not let the page see whether anything of her is left. */
function setupUnproven() {
  const lines: string[] = [];
  const loggerCallback = (_: number, message: string): void => void lines.push(message);
  const setup = setupClient({ accounts: [ADA], system: { loggerOptions: { loggerCallback } } });
  setup.cache.proof = 'unproven';
  return { ...setup, lines };
}

const WARNING = expect.stringContaining('nothing proves') as string;

it('a sign-out that cannot be proven goes on, and its result, event and log say so', async () => {
  const { client, events, lines } = setupUnproven();

  const result = await client.logoutRedirect({ onRedirectNavigate: () => false });

  expect(result).toMatchObject({ local: 'unproven', server: 'skipped' });
  expect(events.map(({ eventType }) => eventType)).toEqual([
    LOGOUT_START,
    ACCOUNTS_CLEARED,
    LOGOUT_SUCCESS,
    LOGOUT_END,
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({ eventType: LOGOUT_SUCCESS, local: 'unproven' }),
  );
  expect(lines).toContainEqual(WARNING);
});

it('one that is proven says that, and warns of nothing', async () => {
  const { client, cache, events, lines } = setupUnproven();
  cache.proof = 'cleared';

  expect(await client.clearCache()).toMatchObject({ local: 'cleared' });
  expect(events).toContainEqual(
    expect.objectContaining({ eventType: LOGOUT_SUCCESS, local: 'cleared' }),
  );
  expect(lines).toEqual([]);
});

it.each(['unproven', 'cleared'] as const)(
  'the page that a redirect returns to says %s, too',
  async (proof) => {
    const setup = setupUnproven();
    setup.cache.proof = proof;
    const left = await leaveByRedirect(setup);
    window.history.replaceState(null, '', `?state=${left.searchParams.get('state') ?? ''}`);

    expect(takeLogoutReturn(setup.journal)?.result).toMatchObject({ local: proof });
    expect(setup.events).toContainEqual(
      expect.objectContaining({ eventType: LOGOUT_SUCCESS, local: proof }),
    );
  },
);
