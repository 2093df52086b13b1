import type { BrowserStep, Program } from '../program';

const LOOK = ['read x', 'was-stored x', 'was-heard m'];
const WOKEN = ['wake', ...LOOK, 'pause 300', ...LOOK];
const WRITES = ['write x 1', 'pause 50'];
const WRITES_AND_POSTS = ['write x 1', 'post m', 'pause 50'];

/** The first look on waking sees what is newest; the storage event follows, or never comes. */
const NOTHING_HEARD = [
  'B: x=1 no x event m not heard x=1 x event m not heard',
  'B: x=1 no x event m not heard x=1 no x event m not heard',
];
const HEARD = [
  'B: x=1 no x event m heard x=1 x event m heard m heard asleep',
  'B: x=1 no x event m not heard x=1 x event m heard m heard awake',
];
const THROWN_OUT = 'B: reloaded';

/** A page that was in the back/forward cache, or one that the browser threw out of it. */
const IN_BFCACHE = {
  browser: ['run B', 'pause 50', 'navigate B', 'pause 50', 'run A', 'await A', 'back B'],
  placements: ['apart'],
  opensAnew: true,
  needs: 'bfcache',
} as const;

/** B is opened first: A, which is in front, hides it. */
const FROZEN = {
  browser: ['run B', 'pause 50', 'freeze B', 'pause 50', 'run A', 'await A', 'pause 200', 'thaw B'],
  placements: ['apart'],
  opensAnew: true,
  needs: 'freezing',
} as const;

const HIDDEN_LOCK: readonly BrowserStep[] = [
  ...(['run A', 'pause 30', 'run B', 'pause 30', 'freeze B'] as const),
  ...(['await A', 'thaw B'] as const),
];

/** Tabs that are away for a while: in the back/forward cache, or frozen. */
export const AWAY_PROGRAMS: readonly Program[] = [
  {
    name: 'bfcache: what was written meanwhile',
    tabs: { A: WRITES, B: WOKEN },
    allowed: [...NOTHING_HEARD, THROWN_OUT],
    ...IN_BFCACHE,
  },
  {
    name: 'bfcache: what was written and posted meanwhile',
    tabs: { A: WRITES_AND_POSTS, B: WOKEN },
    allowed: [...NOTHING_HEARD, THROWN_OUT],
    ...IN_BFCACHE,
  },
  {
    name: 'bfcache: what was written and posted meanwhile, its channel closed',
    tabs: { A: WRITES_AND_POSTS, B: ['close-channel', ...WOKEN] },
    allowed: [...NOTHING_HEARD, THROWN_OUT],
    ...IN_BFCACHE,
  },
  {
    name: 'bfcache: a lock that it holds',
    tabs: { A: ['ask L', 'got-within L 300'], B: ['lock L', 'wake', 'read x'] },
    allowed: ['A: L got, B: reloaded'],
    ...IN_BFCACHE,
  },
  {
    name: 'bfcache: a lock that it waits for',
    tabs: { A: ['lock L', 'pause 600'], B: ['ask L', 'wake', 'read x'] },
    allowed: ['B: x=none', 'B: reloaded'],
    ...IN_BFCACHE,
    browser: ['run A', 'pause 30', 'run B', 'pause 30', 'navigate B', 'pause 50', 'back B'],
  },
  {
    name: 'frozen: what was written meanwhile',
    tabs: { B: WOKEN, A: WRITES },
    allowed: NOTHING_HEARD,
    ...FROZEN,
  },
  {
    name: 'frozen: what was written and posted meanwhile',
    tabs: { B: [...WOKEN, 'heard-asleep m'], A: WRITES_AND_POSTS },
    allowed: HEARD,
    ...FROZEN,
  },
  {
    name: 'frozen: a lock that it holds',
    tabs: { B: ['lock L', 'wake', 'read x'], A: ['ask L', 'got-within L 300'] },
    allowed: ['B: x=none, A: L waits'],
    ...FROZEN,
  },
  {
    name: 'frozen: a lock that it waits for',
    tabs: {
      B: ['ask L', 'granted L', 'when x 1', 'was-stored x'],
      A: [
        'lock L',
        'pause 200',
        'write x 1',
        'unlock L',
        'released L',
        'pause 20',
        'try L',
        'pause 100',
      ],
    },
    allowed: ['B: x=1 at once x event, A: L refused', 'B: x=1 at once no x event, A: L refused'],
    ...FROZEN,
    browser: HIDDEN_LOCK,
  },
];
