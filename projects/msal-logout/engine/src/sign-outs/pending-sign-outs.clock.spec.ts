import { EventType } from '../events/event-type';
import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { ownerLock } from './owner-lock';
import { entryOf } from '../testing/journal-entry';
import { ADA } from '../testing/people';
import { setupClient } from '../testing/setup-client';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ago = (milliseconds: number): number => Date.now() - milliseconds;

afterEach(() => jest.restoreAllMocks());

it.each([
  ['a day ago', ago(24 * HOUR + MINUTE), 0],
  ['by a clock that was a day ahead', ago(-24 * HOUR - MINUTE), 0],
  ['less than a day ago', ago(23 * HOUR), 1],
  ['by a clock that was ahead', ago(-HOUR), 1],
])('a sign-out that was begun %s is kept or not', async (_, startedAt, kept) => {
  const { client, journal } = setupClient();
  journal.write(entryOf({ startedAt, leftAt: startedAt }));
  await client.initialize();

  expect(journal.entries()).toHaveLength(kept);
  expect(client.interrupted === null).toBe(kept === 0);
});

describe.each([
  ['ahead', 25 * HOUR],
  ['back', -25 * HOUR],
])('a clock that is moved %s by more than a day', (_, by) => {
  it('lets a sign-out be that runs in another tab', async () => {
    const { client, journal, tabLock } = setupClient();
    tabLock.taken.add(ownerLock(entryOf()));
    journal.write(entryOf({ startedAt: ago(by) }));
    await client.initialize();

    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toHaveLength(1);
  });

  it('lets a sign-out be that runs here, and what comes of it', async () => {
    const popup = new FakePopup();
    jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { client, journal } = setupClient({ accounts: [ADA] });
    const moved = Date.now() + by;
    client.addEventCallback(({ eventType }) => {
      if (eventType !== EventType.POPUP_OPENED) return;
      jest.spyOn(Date, 'now').mockReturnValue(moved);
      journal.changeElsewhere();
      popup.close();
    });

    expect(await client.logoutPopup()).toMatchObject({ reason: 'popup_closed' });
    expect(client.interrupted).toMatchObject({ startedAt: moved });
  });
});
