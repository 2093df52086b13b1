import type { JournalEntry } from '../sign-outs/logout-journal';
import { encodeState } from '../request/library-state';
import { FakeJournal } from '../../../testing/src/fakes/fake-journal';
import { entryOf } from '../testing/journal-entry';
import { storedNotes } from '../tabs/note-storage';
import { aboutOf } from '../testing/tab-note';
import { ADA } from '../testing/people';
import { takeLogoutReturn } from './logout-return';

const ENTRY = entryOf({ postLogoutRedirectUri: 'http://localhost/signed-out?lang=en' });

function comeBack(search: string, ...entries: JournalEntry[]) {
  const journal = new FakeJournal();
  for (const entry of entries) journal.write(entry);
  window.history.replaceState({ router: 1 }, '', `/signed-out${search}#top`);
  return { journal, returned: takeLogoutReturn(journal) };
}

const stateOf = (id: string, userState?: string): string =>
  encodeURIComponent(
    encodeState({ id, interactionType: 'redirect', ...(userState && { userState }) }),
  );

beforeEach(() => localStorage.clear());

it('confirms the sign-out whose state came back', () => {
  const { returned } = comeBack(`?state=${stateOf('s-1', 'mine')}`, ENTRY);

  expect(returned).toEqual({
    interactionType: 'redirect',
    isLate: false,
    result: {
      correlationId: 'c-1',
      accounts: ENTRY.accounts,
      local: 'cleared',
      server: 'confirmed',
      state: 'mine',
    },
  });
});

it('is late when its page had given the sign-out up', () => {
  const { returned } = comeBack(`?state=${stateOf('s-1')}`, entryOf({ stage: 'interrupted' }));

  expect(returned?.isLate).toBe(true);
});

it('takes the state out of the address bar and leaves the rest as it is', () => {
  comeBack(`?a=x+y%20z&state=${stateOf('s-1')}&b`, ENTRY);

  expect(window.location.href).toBe('http://localhost/signed-out?a=x+y%20z&b#top');
  expect(window.history.state).toEqual({ router: 1 });
});

it('does so at a path that reads like a host', () => {
  window.history.replaceState(null, '', `http://localhost//evil.example/?state=${stateOf('s-1')}`);
  const journal = new FakeJournal();
  journal.write(ENTRY);

  expect(takeLogoutReturn(journal)).not.toBeNull();
  expect(window.location.href).toBe('http://localhost//evil.example/');
});

it('does so once', () => {
  const { journal, returned } = comeBack(`?state=${stateOf('s-1')}`, ENTRY);
  window.history.replaceState(null, '', `/signed-out?state=${stateOf('s-1')}`);

  expect(returned).not.toBeNull();
  expect(takeLogoutReturn(journal)).toBeNull();
});

it('notes that a popup is back, once, for the window that waits', () => {
  const state = encodeURIComponent(encodeState({ id: 's-1', interactionType: 'popup' }));
  const { journal, returned } = comeBack(`?state=${state}`, ENTRY);
  window.history.replaceState(null, '', `/signed-out?state=${state}`);

  expect(returned?.result.server).toBe('confirmed');
  expect(storedNotes()).toMatchObject([{ type: 'returned', id: 's-1' }]);
  expect(journal.find('s-1')).toEqual(ENTRY);
  expect(takeLogoutReturn(journal)).toBeNull();
});

it('notes for records of earlier sign-outs that the provider has answered', () => {
  comeBack(`?state=${stateOf('s-1')}`, entryOf({ order: 7 }));

  expect(storedNotes()).toEqual([
    {
      type: 'returned',
      id: 's-1',
      about: aboutOf(ADA),
      order: 7,
      correlationId: 'c-1',
      group: 'mail-app',
      at: expect.any(Number),
    },
  ]);
});

describe('with an error beside the state', () => {
  const state = (interactionType: 'redirect' | 'popup'): string =>
    encodeURIComponent(encodeState({ id: 's-1', interactionType, userState: 'mine' }));

  it('has no answer, and the sign-out is interrupted', () => {
    const { journal, returned } = comeBack(`?state=${state('redirect')}&error=no`, ENTRY);

    expect(returned?.result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
    expect(returned?.result).not.toHaveProperty('state');
    expect(journal.find('s-1')?.stage).toBe('interrupted');
    expect(storedNotes()).toEqual([]);
    expect(window.location.search).toBe('?error=no');
  });

  it('leaves the sign-out to the window that waits for a popup, and says nothing there', async () => {
    const heard = jest.fn();
    const channel = new BroadcastChannel('s-1');
    channel.addEventListener('message', heard);
    const { journal, returned } = comeBack(`?error=no&state=${state('popup')}`, ENTRY);
    await new Promise((resolve) => setTimeout(resolve, 50));
    channel.close();

    expect(returned?.result.server).toBe('unconfirmed');
    expect(journal.find('s-1')).toEqual(ENTRY);
    expect(storedNotes()).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
  });
});

it('forgets a redirect that is back, for which nobody waits', async () => {
  const heard = jest.fn();
  const channel = new BroadcastChannel('s-1');
  channel.addEventListener('message', heard);
  const { journal } = comeBack(`?state=${stateOf('s-1')}`, ENTRY);
  await new Promise((resolve) => setTimeout(resolve, 50));
  channel.close();

  expect(journal.entries()).toEqual([]);
  expect(heard).not.toHaveBeenCalled();
});

it.each(['', '?state=mine', `?state=${stateOf('s-2')}`, '?state=%7C'])(
  'leaves %p alone, which is no state of a sign-out that it knows',
  (search) => {
    const { journal, returned } = comeBack(search, ENTRY);

    expect(returned).toBeNull();
    expect(window.location.search).toBe(search);
    expect(journal.find('s-1')).toEqual(ENTRY);
  },
);

describe('at a provider that sends no state back', () => {
  function arriveAt(path: string, ofThisTab: string | null) {
    const journal = new FakeJournal();
    journal.write(ENTRY);
    if (ofThisTab) journal.markTab(ofThisTab);
    window.history.replaceState(null, '', path);
    return { journal, returned: takeLogoutReturn(journal) };
  }

  it('is back, unconfirmed, when the tab that left arrives at the post-logout address', () => {
    expect(arriveAt('/signed-out?x=1', 's-1').returned).toMatchObject({
      interactionType: 'redirect',
      result: { correlationId: 'c-1', server: 'unconfirmed' },
    });
  });

  it('is interrupted there: an address that was typed in proves nothing', () => {
    const { journal } = arriveAt('/signed-out', 's-1');

    expect(journal.find('s-1')?.stage).toBe('interrupted');
    expect(journal.ofThisTab).toBeNull();
    expect(storedNotes()).toEqual([]);
  });

  it.each(['reload', 'back_forward'])('is not back by a %s', (type) => {
    const entries = jest.spyOn(performance, 'getEntriesByType');
    entries.mockReturnValue([{ type } as PerformanceNavigationTiming]);

    expect(arriveAt('/signed-out', 's-1').returned).toBeNull();
    entries.mockRestore();
  });

  it('is not back where the provider was told no address', () => {
    const journal = new FakeJournal();
    journal.write(entryOf({ postLogoutRedirectUri: null }));
    journal.markTab('s-1');
    window.history.replaceState(null, '', '/signed-out');

    expect(takeLogoutReturn(journal)).toBeNull();
  });

  it.each([
    ['/inbox', 's-1'],
    ['/signed-out', null],
  ])('is not back at %s in a tab that has left for %p', (path, ofThisTab) => {
    expect(arriveAt(path, ofThisTab).returned).toBeNull();
  });
});
