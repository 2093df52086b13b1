import type { Program } from '../program';

const HANDED_OVER = ['B: x=1 at once x event', 'B: x=1 at once no x event'];

/** B waits for the lock while A writes. */
function programOfHandover(name: string, write: string, ...busy: readonly string[]): Program {
  return {
    name,
    tabs: {
      A: ['lock L', 'post held', 'hear go', `${write} x 1`, 'unlock L'],
      B: [
        ...['hear held', 'ask L', 'pause 5', 'post go', ...busy],
        ...['granted L', 'when x 1', 'was-stored x', 'unlock L'],
      ],
    },
    allowed: HANDED_OVER,
  };
}

/** Web Locks of tabs that stay. */
export const LOCK_PROGRAMS: readonly Program[] = [
  programOfHandover('a write, then a lock released: read with the lock', 'write'),
  programOfHandover('a large write, then a lock released: read with the lock', 'write-large'),
  programOfHandover(
    'a write, then a lock released to a busy tab: read with the lock',
    'write',
    'spin 40',
  ),
  programOfHandover(
    'a large write, then a lock released to a busy tab: read with the lock',
    'write-large',
    'spin 40',
  ),
  programOfHandover('many writes, then a lock released: read with the lock', 'write-many'),
  programOfHandover(
    'many writes, then a lock released to a busy tab: read with the lock',
    'write-many',
    'spin 40',
  ),
  {
    name: 'two increments under a lock lose nothing',
    tabs: {
      A: ['meet', 'lock L', 'increment x', 'unlock L', 'pause 60', 'read x'],
      B: ['meet', 'lock L', 'increment x', 'unlock L', 'pause 60', 'read x'],
    },
    allowed: ['A: x=2, B: x=2'],
  },
  {
    name: 'one of two tabs has a lock without waiting',
    tabs: { A: ['meet', 'try L', 'pause 30'], B: ['meet', 'try L', 'pause 30'] },
    allowed: ['A: L got, B: L refused', 'A: L refused, B: L got'],
  },
  {
    name: 'a lock is asked for again in the task of its release',
    tabs: { A: ['lock L', 'unlock L', 'try L'] },
    allowed: ['A: L refused'],
    placements: ['apart'],
  },
  {
    name: 'a lock is asked for again once request() has resolved',
    tabs: { A: ['lock L', 'unlock L', 'released L', 'try L'] },
    allowed: ['A: L got'],
    placements: ['apart'],
  },
  {
    name: 'another tab asks for a lock once request() has resolved',
    tabs: {
      A: ['meet', 'lock L', 'unlock L', 'released L', 'post m'],
      B: ['hear m', 'query L', 'try L'],
    },
    allowed: ['B: L free L got'],
  },
  {
    name: 'another tab asks for a lock that is being released',
    tabs: { A: ['meet', 'lock L', 'unlock L', 'post m'], B: ['hear m', 'query L', 'try L'] },
    allowed: ['B: L free L got', 'B: L held L got', 'B: L held L refused'],
  },
  {
    name: 'a query sees a lock that another tab has just got',
    tabs: { A: ['meet', 'lock L', 'post m', 'pause 30', 'unlock L'], B: ['hear m', 'query L'] },
    allowed: ['B: L held'],
  },
];
