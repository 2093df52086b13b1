import { FakeJournal } from '../../../testing/src/fakes/fake-journal';
import { FakeTabChannel } from '../../../testing/src/fakes/fake-tab-channel';
import { entryOf } from '../testing/journal-entry';
import { noteOf } from '../testing/tab-note';
import { Sequence } from './sequence';

function setupSequence() {
  const [tabs, journal] = [new FakeTabChannel(), new FakeJournal()];
  return { tabs, journal, sequence: new Sequence(tabs, journal) };
}

it('begins with one', () => {
  const { sequence } = setupSequence();

  expect([sequence.latest, sequence.next()]).toEqual([0, 1]);
});

it('goes on after the largest number in notes and records, of this tab and of others', () => {
  const { sequence, tabs, journal } = setupSequence();
  tabs.send(noteOf({ order: 3 }));
  expect(sequence.next()).toBe(4);
  tabs.miss(noteOf({ order: 5, type: 'returned' }));
  expect(sequence.next()).toBe(6);
  journal.write(entryOf({ order: 7 }));
  expect(sequence.latest).toBe(7);

  expect(sequence.next()).toBe(8);
});

it('takes no number by being asked: what happens is what is noted', () => {
  const { sequence } = setupSequence();
  sequence.next();

  expect(sequence.next()).toBe(1);
});

describe('of a sign-out that clears', () => {
  it('stays while nobody has signed in since it began', () => {
    const { sequence, tabs } = setupSequence();
    tabs.miss(noteOf({ type: 'signed-in', order: 3 }));
    tabs.miss(noteOf({ type: 'signed-out', order: 9 }));

    expect(sequence.renew(4)).toBe(4);
  });

  it.each([4, 5])('is after a sign-in since then, or at the same moment (%d)', (order) => {
    const { sequence, tabs } = setupSequence();
    tabs.miss(noteOf({ type: 'signed-in', order }));

    expect(sequence.renew(4)).toBe(order + 1);
  });
});
