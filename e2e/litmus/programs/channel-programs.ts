import type { Program } from '../program';

/** On hearing of it, the write can be there or not, with its event or without. */
const ANY_TIME = [
  'B: x=1 at once x event',
  'B: x=1 at once no x event',
  'B: x=1 in the next task x event',
  'B: x=1 in the next task no x event',
  'B: x=1 later x event',
  'B: x=1 later no x event',
];

/** Messages between tabs, beside what is in storage. */
export const CHANNEL_PROGRAMS: readonly Program[] = [
  {
    name: 'a write, then a message: read on the message',
    tabs: { A: ['meet', 'write x 1', 'post m'], B: ['hear m', 'when x 1', 'was-stored x'] },
    allowed: ANY_TIME,
  },
  {
    name: 'a write, then a message to a busy tab: read on the message',
    tabs: {
      A: ['meet', 'write x 1', 'post m'],
      B: ['spin 40', 'hear m', 'when x 1', 'was-stored x'],
    },
    browser: ['run B A'],
    allowed: ANY_TIME,
  },
  {
    name: 'a large write, then a message: read on the message',
    tabs: { A: ['meet', 'write-large x 1', 'post m'], B: ['hear m', 'when x 1', 'was-stored x'] },
    allowed: ANY_TIME,
  },
  {
    name: 'a write, then a message: on the storage event',
    tabs: { A: ['meet', 'write x 1', 'post m'], B: ['storage x', 'was-heard m', 'hear m'] },
    allowed: ['B: m heard', 'B: m not heard'],
  },
  {
    name: 'a message, then a write: read on the message',
    tabs: { A: ['meet', 'post m', 'write x 1'], B: ['hear m', 'when x 1', 'was-stored x'] },
    allowed: ANY_TIME,
  },
  {
    name: 'a message, then a write: on the storage event',
    tabs: { A: ['meet', 'post m', 'write x 1'], B: ['storage x', 'was-heard m', 'hear m'] },
    allowed: ['B: m heard', 'B: m not heard'],
  },
  {
    name: 'messages of one tab are heard in order',
    tabs: { A: ['meet', 'post m', 'post n'], B: ['hear n', 'was-heard m'] },
    allowed: ['B: m heard'],
  },
  {
    name: 'an answer is heard after the message, by a third tab',
    tabs: {
      A: ['meet', 'post m'],
      B: ['hear m', 'post n'],
      C: ['hear n', 'was-heard m', 'hear m'],
    },
    allowed: ['C: m heard', 'C: m not heard'],
  },
  {
    name: 'a channel that is closed at once has sent its message',
    tabs: {
      A: ['meet', 'post m', 'close-channel', 'pause 30', 'open-channel'],
      B: ['pause 80', 'was-heard m'],
    },
    allowed: ['B: m heard'],
  },
  {
    name: 'a message is lost on a tab whose channel is closed',
    tabs: {
      A: ['pause 30', 'post m'],
      B: ['close-channel', 'pause 60', 'open-channel', 'pause 60', 'was-heard m'],
    },
    allowed: ['B: m not heard'],
  },
];
