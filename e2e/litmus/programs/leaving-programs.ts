import type { Program } from '../program';
import { GOINGS } from './goings';

const HANDED_OVER = ['B: x=1 at once x event', 'B: x=1 at once no x event'];
const AT_PAGEHIDE = ['B: m heard x=1', 'B: m not heard x=none'];

/** B waits for the lock of A, which writes and goes. */
function programsOfHandover(
  what: string,
  write: string,
  ...busy: readonly string[]
): readonly Program[] {
  return GOINGS.map(({ name, steps, browser, placements }) => ({
    name: `${what} that ${name}: read with its lock`,
    tabs: {
      A: ['lock L', 'post held', 'hear go', `${write} x 1`, ...steps],
      B: [
        ...['hear held', 'ask L', 'pause 5', 'post go', ...busy],
        ...['granted L', 'when x 1', 'was-stored x'],
      ],
    },
    browser: ['run B A', ...browser],
    allowed: HANDED_OVER,
    placements,
    opensAnew: true,
  }));
}

/** What is left of a tab that goes: its locks, its writes, its messages. */
export const LEAVING_PROGRAMS: readonly Program[] = [
  ...programsOfHandover('a write of a tab', 'write'),
  ...programsOfHandover('a large write of a tab', 'write-large'),
  ...programsOfHandover('many writes of a tab', 'write-many'),
  ...programsOfHandover('many writes, beside a busy tab, of a tab', 'write-many', 'spin 40'),
  {
    name: 'writes of a tab that crashes between two of them: read with its lock',
    tabs: {
      A: ['lock L', 'post held', 'hear go', 'count x 2000'],
      B: [
        ...['hear held', 'ask L', 'pause 5', 'post go'],
        ...['granted L', 'remember x', 'pause 300', 'compare x'],
      ],
    },
    browser: ['run B A', 'pause 80', 'crash A'],
    allowed: ['B: x unchanged'],
    placements: ['apart', 'noopener'],
    opensAnew: true,
  },
  ...GOINGS.map(({ name, steps, browser, placements }): Program => ({
    name: `the lock of a tab that ${name} is free soon`,
    tabs: { A: ['lock L', ...steps], B: ['try L', 'pause 200', 'try-again L'] },
    browser: ['run A', ...browser, 'run B'],
    allowed: ['B: L got', 'B: L refused L got'],
    placements,
    opensAnew: true,
  })),
  ...GOINGS.map(({ name, steps, browser, placements }): Program => ({
    name: `a message and a write at pagehide of a tab that ${name}`,
    tabs: {
      A: ['post-at-pagehide m', 'write-at-pagehide x 1', ...steps],
      B: ['pause 300', 'was-heard m', 'read x'],
    },
    browser: ['run B A', ...browser],
    allowed: name === 'crashes' ? ['B: m not heard x=none'] : AT_PAGEHIDE,
    placements,
    opensAnew: true,
  })),
  ...GOINGS.map(({ name, steps, browser, placements }): Program => ({
    name: `a message and a write of a tab that ${name} at once`,
    tabs: { A: ['post m', 'write x 1', ...steps], B: ['pause 200', 'was-heard m', 'read x'] },
    browser: ['run B A', ...browser],
    allowed: ['B: m heard x=1'],
    placements,
    opensAnew: true,
  })),
];
