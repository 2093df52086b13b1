import { EventType } from '../events/event-type';
import { ownerLock } from './owner-lock';
import { entryOf } from '../testing/journal-entry';
import { ADA } from '../testing/people';
import { startPage } from '../testing/start-page';
import { noteOf } from '../testing/tab-note';
import type { JournalEntry } from './logout-journal';

const MINUTE = 60_000;
const ago = (milliseconds: number): number => Date.now() - milliseconds;
const leftAt = (at: number): JournalEntry => entryOf({ startedAt: at, leftAt: at });

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a sign-out of an earlier page', () => {
  it('is interrupted when it has not come back, and that is told once', async () => {
    const startedAt = ago(MINUTE);
    const { client, events } = await startPage([leftAt(startedAt)]);

    const { homeAccountId, environment, tenantId, localAccountId } = ADA;
    const accounts = [{ homeAccountId, environment, tenantId, localAccountId }];
    expect(client.interrupted).toEqual({ correlationId: 'c-1', accounts, startedAt, resumed: 0 });
    expect(events).toEqual([
      expect.objectContaining({
        eventType: EventType.LOGOUT_INTERRUPTED,
        interactionType: 'redirect',
        correlationId: 'c-1',
        accounts,
      }),
    ]);
  });

  it('may be on its way for some seconds', async () => {
    jest.useFakeTimers();
    const { client, events } = await startPage([leftAt(ago(1_000))]);
    expect(client.interrupted).toBeNull();
    expect(events).toEqual([]);
    await jest.advanceTimersByTimeAsync(4_000);

    expect(client.interrupted).not.toBeNull();
    expect(events).toHaveLength(1);
  });

  it('is interrupted at once when the tab that left for it is here without an answer', async () => {
    const { client, journal } = await startPage([entryOf()], [], (setup) => {
      setup.journal.markTab('s-1');
    });

    expect(client.interrupted).not.toBeNull();
    expect(journal.ofThisTab).toBeNull();
  });

  it('is not interrupted while its page is there, in another tab', async () => {
    const { client } = await startPage([leftAt(ago(MINUTE))], [], (setup) => {
      setup.tabLock.taken.add(ownerLock(entryOf()));
    });

    expect(client.interrupted).toBeNull();
  });

  it('is interrupted at once when the tab that had it says so', async () => {
    const { client } = await startPage([entryOf({ stage: 'interrupted' })]);

    expect(client.interrupted).not.toBeNull();
  });

  it('is interrupted when nobody can tell whether its page is there', async () => {
    const { client } = await startPage([leftAt(ago(MINUTE))], [], (setup) => {
      setup.tabLock.held = () => Promise.reject(new Error('no locks'));
    });

    expect(client.interrupted).not.toBeNull();
  });

  it('is not told any more when it is finished while that is found out', async () => {
    const setup = await startPage([]);
    const asked = new Promise<(held: readonly string[]) => void>((ask) => {
      setup.tabLock.held = () => new Promise(ask);
    });
    setup.journal.write(leftAt(ago(MINUTE)));
    setup.journal.changeElsewhere();
    const answer = await asked;
    setup.journal.remove('s-1');
    setup.journal.changeElsewhere();
    answer([]);
    await new Promise((resolve) => setTimeout(resolve));

    expect(setup.client.interrupted).toBeNull();
    expect(setup.events).toEqual([]);
  });

  it('is not told again when something else changes', async () => {
    const { client, journal } = await startPage([leftAt(ago(MINUTE))]);
    const told = jest.fn();
    client.addInterruptedListener(told);
    journal.changeElsewhere();
    await new Promise((resolve) => setTimeout(resolve));

    expect(told).not.toHaveBeenCalled();
  });

  it('is not looked for after the application has ended', async () => {
    jest.useFakeTimers();
    const { client, journal, events } = await startPage([leftAt(ago(1_000))]);
    client.close();
    await jest.advanceTimersByTimeAsync(MINUTE);
    journal.changeElsewhere();
    await jest.advanceTimersByTimeAsync(MINUTE);

    expect(events).toEqual([]);
  });

  it.each(['begun', 'cleared', 'asking'] as const)(
    'is interrupted at once when its page is gone and never left (%s)',
    async (stage) => {
      const { client } = await startPage([entryOf({ stage, leftAt: undefined })]);

      expect(client.interrupted).not.toBeNull();
    },
  );

  it.each<Partial<JournalEntry>>([
    { clientId: 'calendar' },
    { authority: 'https://elsewhere.example' },
  ])('is not told where this client cannot resume it (%j)', async (members) => {
    const { client, events, journal } = await startPage([{ ...leftAt(ago(MINUTE)), ...members }]);

    expect(client.interrupted).toBeNull();
    expect(events).toEqual([]);
    expect(journal.entries()).toHaveLength(1);
  });

  it('is no longer interrupted once another tab has finished it', async () => {
    const { client, journal } = await startPage([leftAt(ago(MINUTE))]);
    const changed = new Promise<void>((resolve) => client.addInterruptedListener(resolve));
    journal.remove('s-1');
    journal.changeElsewhere();
    await changed;

    expect(client.interrupted).toBeNull();
  });

  it('is forgotten when its popup is back and the page that opened it is not there', async () => {
    const { client, journal } = await startPage([entryOf({ stage: 'asking' })], [], (setup) => {
      setup.tabs.miss(noteOf({ type: 'returned', id: 's-1', order: 1 }));
    });

    expect(client.interrupted).toBeNull();
    expect(journal.entries()).toEqual([]);
  });

  it('does not hide another one', async () => {
    const { client, events } = await startPage([
      leftAt(ago(2 * MINUTE)),
      { ...leftAt(ago(MINUTE)), stateId: 's-2', correlationId: 'c-2', order: 2 },
    ]);
    expect(client.interrupted?.correlationId).toBe('c-1');
    expect(events).toHaveLength(2);
    await client.dismiss();
    expect(client.interrupted?.correlationId).toBe('c-2');
    await client.dismiss();

    expect(client.interrupted).toBeNull();
    await expect(client.dismiss()).resolves.toBeUndefined();
  });
});
