import type { Program } from '../program';

/** Looks at both values in both tabs, when nothing is under way any more. */
const LATER = ['pause 60', 'read x', 'read y'];

/** What tabs see of each other's writes. */
export const STORAGE_PROGRAMS: readonly Program[] = [
  {
    name: 'tabs run side by side',
    tabs: { A: ['meet', 'spin 60'], B: ['tick 120'] },
    browser: ['run B', 'run A'],
    allowed: ['B: runs', 'B: stands still'],
  },
  {
    name: 'a view does not change within a task',
    tabs: { A: ['meet', 'write x 1'], B: ['read x', 'spin 60', 'read x', 'until x 1', 'read x'] },
    browser: ['run B A'],
    allowed: ['B: x=none x=none x=1', 'B: x=1 x=1 x=1'],
  },
  {
    name: 'a storage event comes when the view is new',
    tabs: { A: ['meet', 'write x 1'], B: ['storage x', 'read x'] },
    allowed: ['B: x=1'],
  },
  {
    name: 'a view is new before or after the storage event',
    tabs: { A: ['meet', 'write x 1'], B: ['until x 1', 'was-stored x'] },
    allowed: ['B: x event', 'B: no x event'],
  },
  {
    name: 'writes of one tab are seen in order',
    tabs: { A: ['meet', 'write x 1', 'write y 1'], B: ['until y 1', 'read x'] },
    allowed: ['B: x=1'],
  },
  {
    name: 'writes of one tab are seen in order, the first one large',
    tabs: { A: ['meet', 'write-large x 1', 'write y 1'], B: ['until y 1', 'read x'] },
    allowed: ['B: x=1'],
  },
  {
    name: 'a write that follows on one that was seen is seen after it, by a third tab',
    tabs: { A: ['meet', 'write x 1'], B: ['until x 1', 'write y 1'], C: ['until y 1', 'read x'] },
    allowed: ['C: x=1'],
  },
  {
    name: 'each of two tabs writes, and does not see the other yet',
    tabs: {
      A: ['meet', 'write x 1', 'read y', ...LATER],
      B: ['meet', 'write y 1', 'read x', ...LATER],
    },
    allowed: [
      'A: y=none x=1 y=1, B: x=none x=1 y=1',
      'A: y=none x=1 y=1, B: x=1 x=1 y=1',
      'A: y=1 x=1 y=1, B: x=none x=1 y=1',
      'A: y=1 x=1 y=1, B: x=1 x=1 y=1',
    ],
  },
  {
    name: 'of two writers of one key, one wins in all tabs',
    tabs: {
      A: ['meet', 'write x a', 'pause 60', 'read x'],
      B: ['meet', 'write x b', 'pause 60', 'read x'],
      C: ['pause 120', 'read x'],
    },
    allowed: ['A: x=a, B: x=a, C: x=a', 'A: x=b, B: x=b, C: x=b'],
  },
  {
    name: 'of a writer and a remover of one key, one wins in all tabs',
    tabs: {
      A: ['write x 0', 'meet', 'write x a', 'pause 60', 'read x'],
      B: ['meet', 'remove x', 'pause 60', 'read x'],
      C: ['pause 120', 'read x'],
    },
    allowed: ['A: x=a, B: x=a, C: x=a', 'A: x=none, B: x=none, C: x=none'],
  },
  {
    name: 'two writers of different keys lose nothing',
    tabs: {
      A: ['meet', 'write x 1', 'write a 1', ...LATER, 'read a', 'read b'],
      B: ['meet', 'write y 1', 'write b 1', ...LATER, 'read a', 'read b'],
    },
    allowed: ['A: x=1 y=1 a=1 b=1, B: x=1 y=1 a=1 b=1'],
  },
  {
    name: 'of two increments, one can be lost',
    tabs: {
      A: ['meet', 'increment x', 'pause 60', 'read x'],
      B: ['meet', 'increment x', 'pause 60', 'read x'],
    },
    allowed: ['A: x=1, B: x=1', 'A: x=2, B: x=2'],
  },
  {
    name: 'sessionStorage is copied to a popup with an opener, and no later write',
    tabs: {
      A: ['write-session x 1', 'hear go', 'write-session x 2', 'post done'],
      B: ['read-session x', 'post go', 'hear done', 'pause 20', 'read-session x'],
    },
    browser: ['run A', 'open B A', 'run B'],
    allowed: ['B: x=1 x=1'],
    placements: ['apart'],
    opensAnew: true,
  },
  {
    name: 'sessionStorage is not copied with noopener',
    tabs: {
      A: ['write-session x 1', 'hear go', 'write-session x 2', 'post done'],
      B: ['read-session x', 'post go', 'hear done', 'pause 20', 'read-session x'],
    },
    browser: ['run A', 'open-noopener B A', 'run B'],
    allowed: ['B: x=none x=none'],
    placements: ['apart'],
    opensAnew: true,
  },
];
