export interface Message {
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  readonly preview: string;
  readonly receivedAt: string;
}

/** The messages of each person, newest first. */
export const MAILBOXES: Readonly<Record<string, readonly Message[]>> = {
  ada: [
    {
      id: 'ada-3',
      from: 'Charles Babbage',
      subject: 'The Engine, again',
      preview: 'The drawings are finished. The money, alas, is finished too.',
      receivedAt: '2026-03-02T09:15:00Z',
    },
    {
      id: 'ada-2',
      from: 'Mary Somerville',
      subject: 'Tea on Thursday?',
      preview: 'Bring your notes on the Bernoulli numbers, I have a question about note G.',
      receivedAt: '2026-03-01T16:40:00Z',
    },
    {
      id: 'ada-1',
      from: 'Luigi Menabrea',
      subject: 'Your translation',
      preview: 'The notes have become longer than my article. I do not complain.',
      receivedAt: '2026-02-27T11:05:00Z',
    },
  ],
  alan: [
    {
      id: 'alan-3',
      from: 'Joan Clarke',
      subject: 'Chess tonight',
      preview: 'You play white. No looking at the machine for advice.',
      receivedAt: '2026-03-02T17:30:00Z',
    },
    {
      id: 'alan-2',
      from: 'Max Newman',
      subject: 'On computable numbers',
      preview: 'I have read it twice now, and I think you have done it.',
      receivedAt: '2026-03-01T08:20:00Z',
    },
    {
      id: 'alan-1',
      from: 'Walton Athletic Club',
      subject: 'Sunday run',
      preview: 'We start at ten, at the bridge. Bring dry shoes.',
      receivedAt: '2026-02-26T19:00:00Z',
    },
  ],
};
