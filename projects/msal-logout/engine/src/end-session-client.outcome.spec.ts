import { FakePopup } from '../../testing/src/fakes/fake-popup';
import { EventType } from './events/event-type';
import type { LogoutReturn } from './interaction/logout-return';
import { entryOf } from './testing/journal-entry';
import { ADA } from './testing/people';
import { setupClient } from './testing/setup-client';

const { SERVER_SIGN_OUT_CONFIRMED, LOGOUT_END } = EventType;

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

/** A sign-out in a popup that is back with what `backAt` makes of the state. */
async function comeBack(state: string | undefined, backAt: (sent: string) => string) {
  const setup = setupClient({ accounts: [ADA] });
  const popup = new FakePopup();
  jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  const away = new Promise<void>((resolve) => {
    setup.client.addEventCallback(({ eventType }) => {
      if (eventType === EventType.POPUP_OPENED) setTimeout(resolve);
    });
  });
  const result = setup.client.logoutPopup({ state });
  await away;
  const sent = new URL(popup.sentTo ?? '').searchParams.get('state') ?? '';
  popup.seenAt = `http://localhost/${backAt(encodeURIComponent(sent))}`;
  return { ...setup, result: await result, types: setup.events.map(({ eventType }) => eventType) };
}

describe('a popup that is back with the state', () => {
  it('is told as confirmed, with the state of the application', async () => {
    const { result, types } = await comeBack('mine', (state) => `?state=${state}`);

    expect(result).toMatchObject({ server: 'confirmed', state: 'mine' });
    expect(types.slice(-2)).toEqual([SERVER_SIGN_OUT_CONFIRMED, LOGOUT_END]);
  });

  it('has no state where the application gave none', async () => {
    const { result } = await comeBack(undefined, (state) => `?state=${state}`);

    expect(result.server).toBe('confirmed');
    expect(result).not.toHaveProperty('state');
  });
});

it('has neither confirmation nor state when the popup is back without it', async () => {
  const path = window.location.pathname.slice(1);
  const { result, types } = await comeBack('mine', () => path);

  expect(result.server).toBe('unconfirmed');
  expect(result).not.toHaveProperty('state');
  expect(types).not.toContain(SERVER_SIGN_OUT_CONFIRMED);
});

it('is skipped at the server where only the cache is cleared', async () => {
  const { client } = setupClient({ accounts: [ADA] });

  expect(await client.clearCache()).toMatchObject({ local: 'cleared', server: 'skipped' });
});

it('reports no task when it is resumed after the tasks have run', async () => {
  const { client, journal, navigation, reported } = setupClient({ tasks: [() => undefined] });
  navigation.answer = () => Promise.resolve(false);
  journal.write(entryOf({ stage: 'interrupted' }));
  await client.initialize();
  await client.resume();

  expect(reported).toEqual([]);
});

describe('a sign-out that had left the page', () => {
  const result = { correlationId: 'c-1', accounts: [], local: 'cleared' } as const;

  it.each<[string, LogoutReturn, readonly string[]]>([
    [
      'confirmed',
      {
        interactionType: 'redirect',
        isLate: false,
        result: { ...result, server: 'confirmed' },
      },
      [SERVER_SIGN_OUT_CONFIRMED, LOGOUT_END],
    ],
    [
      'confirmed, late',
      { interactionType: 'redirect', isLate: true, result: { ...result, server: 'confirmed' } },
      [SERVER_SIGN_OUT_CONFIRMED],
    ],
    [
      'unconfirmed',
      { interactionType: 'popup', isLate: false, result: { ...result, server: 'unconfirmed' } },
      [LOGOUT_END],
    ],
  ])('is told as %s', async (_, returned, types) => {
    const { client, events } = setupClient();
    client.announceReturn(returned);
    expect(events).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));

    expect(events).toMatchObject(
      types.map((eventType) => ({
        eventType,
        interactionType: returned.interactionType,
        correlationId: 'c-1',
      })),
    );
    expect(events).toHaveLength(types.length);
  });
});

it.each([
  ['empty', undefined, ''],
  ['its own', 'c-1', 'c-1'],
])('a sign-out while MSAL signs in is refused with a correlation id: %s', async (_, id, told) => {
  const { client } = setupClient();
  await client.initialize();
  sessionStorage.setItem('msal.interaction.status', '{"clientId":"mail-app","type":"signin"}');

  await expect(client.logoutRedirect({ correlationId: id })).rejects.toMatchObject({
    code: 'interaction_in_progress',
    correlationId: told,
  });
});
