import { accountIdentity } from '../cache/account-info';
import { account, ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import type { MissedSignOut } from './tab-channel';
import { TabMailbox } from './tab-mailbox';

const SIGN_OUT = { correlationId: 'c-1', accounts: [accountIdentity(ADA)], everyone: false };

/** Another tab puts something while this one is away. */
function whileAway(put: () => void): void {
  new TabMailbox('mail-app').leave();
  const awayForAWhile = Date.now() + 60_000;
  jest.spyOn(Date, 'now').mockReturnValue(awayForAWhile);
  put();
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

describe('the mailbox', () => {
  it('has what was put while the tab was away, once', () => {
    whileAway(() => new TabMailbox('mail-app').put(SIGN_OUT));
    const at = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(at + 1);
    const mailbox = new TabMailbox('mail-app');

    const [missed, ...others] = mailbox.collect();
    expect([missed?.correlationId, missed?.at, others]).toEqual(['c-1', at, []]);
    expect([ADA, ALAN].map((person) => missed?.isAbout(person))).toEqual([true, false]);
    expect(mailbox.collect()).toEqual([]);
  });

  it('has nothing for a tab that is new', () => {
    new TabMailbox('mail-app').put(SIGN_OUT);

    expect(new TabMailbox('mail-app').collect()).toEqual([]);
  });

  it('has nothing of a client with another name', () => {
    whileAway(() => new TabMailbox('calendar').put(SIGN_OUT));

    expect(new TabMailbox('mail-app').collect()).toEqual([]);
  });

  it('is about all when everybody was signed out, and names nobody', () => {
    whileAway(() => new TabMailbox('mail-app').put({ ...SIGN_OUT, everyone: true }));
    expect(localStorage.getItem('end-session.mail')).not.toContain('ada');
    const [missed] = new TabMailbox('mail-app').collect();

    expect(missed?.isAbout(ALAN)).toBe(true);
  });

  it('keeps a sign-out for a day', () => {
    whileAway(() => new TabMailbox('mail-app').put(SIGN_OUT));
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 24 * 60 * 60 * 1000);
    expect(new TabMailbox('mail-app').collect()).toEqual([]);
    new TabMailbox('mail-app').put({ ...SIGN_OUT, correlationId: 'c-2' });

    expect(localStorage.getItem('end-session.mail')).not.toContain('c-1');
  });

  it.each(['', '[]', '{"mail":7}', '{"mail":[null,7,{"at":"now"}]}'])(
    'reads nothing in %p',
    (text) => {
      whileAway(() => localStorage.setItem('end-session.mail', text));

      expect(new TabMailbox('mail-app').collect()).toEqual([]);
    },
  );

  it.each(['at', 'correlationId', 'people'])('reads nothing that has no %s', (member) => {
    whileAway(() => {
      new TabMailbox('mail-app').put(SIGN_OUT);
      const text = localStorage.getItem('end-session.mail') ?? '';
      const { mail } = JSON.parse(text) as { mail: readonly object[] };
      const broken = mail.map((each) => ({ ...each, [member]: null }));
      localStorage.setItem('end-session.mail', JSON.stringify({ mail: broken }));
    });

    expect(new TabMailbox('mail-app').collect()).toEqual([]);
  });

  it('has what was put in the very moment that the tab was left', () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const mailbox = new TabMailbox('mail-app');
    mailbox.leave();
    mailbox.put(SIGN_OUT);

    expect(mailbox.collect()).toHaveLength(1);
  });
});

describe('a tab that was away during a sign-out', () => {
  const BEFORE = { iat: 1_000 };
  const AFTER = { iat: 3_000 };
  const late = (everyone: boolean): MissedSignOut => ({
    correlationId: 'c-1',
    at: 2_000_000,
    isAbout: ({ homeAccountId }) => everyone || homeAccountId === 'ada',
  });

  it.each([
    ['who was signed in before it', account('ada', { idTokenClaims: BEFORE }), false, []],
    ['who has signed in after it', account('ada', { idTokenClaims: AFTER }), false, ['ada']],
    ['who was not meant', account('alan', { idTokenClaims: BEFORE }), false, ['alan']],
    ['who was meant with everybody', account('alan', { idTokenClaims: BEFORE }), true, []],
    ['who has come after everybody', account('alan', { idTokenClaims: AFTER }), true, ['alan']],
    ['of whom nobody knows when', account('ada', { idTokenClaims: {} }), false, []],
  ])('clears or keeps its copy of somebody %s', async (_, person, everyone, kept) => {
    const { client, tabs } = setupClient({ accounts: [person] });
    tabs.late.push(late(everyone));
    await client.initialize();

    expect(client.accounts.map(({ homeAccountId }) => homeAccountId)).toEqual(kept);
  });

  it('tells of it as of any other', async () => {
    const { client, tabs, events } = setupClient({ accounts: [ADA, ALAN] });
    tabs.late.push(late(false));
    await client.initialize();

    expect(events).toEqual([
      expect.objectContaining({
        eventType: 'msal:accountsCleared',
        origin: 'other-tab',
        correlationId: 'c-1',
        remaining: [accountIdentity(ALAN)],
      }),
    ]);
  });
});
