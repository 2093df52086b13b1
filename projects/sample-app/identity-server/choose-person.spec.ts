/** @jest-environment node */
import { choosePerson } from './choose-person';
import type { Candidate, PersonHints } from './choose-person';

const ADA: Candidate = signedIn('ada');
const ALAN: Candidate = signedIn('alan');

function signedIn(id: string): Candidate {
  const person = { id, name: id, email: `${id}@mail.example` };
  return { person, session: { uid: `session-of-${id}` } };
}

function idToken(payload: object): string {
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;
}

describe('choosePerson', () => {
  it('takes the only one who is signed in', () => {
    expect(choosePerson({}, [ALAN])).toBe(ALAN);
  });

  it('takes nobody when there are several, or none', () => {
    expect(choosePerson({}, [ADA, ALAN])).toBeUndefined();
    expect(choosePerson<Candidate>({ prompt: 'none' }, [])).toBeUndefined();
  });

  it.each<PersonHints>([
    { login_hint: 'alan' },
    { login_hint: 'alan@mail.example' },
    { sid: 'session-of-alan' },
    { id_token_hint: idToken({ sub: 'alan' }) },
  ])('takes the person of %p', (hints) => {
    expect(choosePerson({ prompt: 'none', ...hints }, [ADA, ALAN])).toBe(ALAN);
  });

  it.each<PersonHints>([
    { login_hint: 'grace' },
    { id_token_hint: idToken({ sub: 'grace' }) },
    { id_token_hint: 'not a token' },
    { id_token_hint: idToken({}) },
  ])('does not take somebody else for %p', (hints) => {
    expect(choosePerson(hints, [ADA])).toBeUndefined();
  });

  it.each(['login', 'select_account', 'create', 'consent select_account'])(
    'takes nobody when asked to prompt for %s',
    (prompt) => {
      expect(choosePerson({ prompt, login_hint: 'ada' }, [ADA, ALAN])).toBeUndefined();
    },
  );
});
