import type { Person } from './people';

/** The parameters of an authorization request that say whose session it is about. */
export interface PersonHints {
  readonly prompt?: string | undefined;
  readonly login_hint?: string | undefined;
  readonly sid?: string | undefined;
  readonly id_token_hint?: string | undefined;
}

/** As much of somebody signed in as a hint can name. */
export interface Candidate {
  readonly person: Person;
  readonly session: { readonly uid: string };
}

const PROMPTS_THAT_ASK = ['login', 'select_account', 'create'];

/**
 * The person whose session answers an authorization request; `undefined` when somebody has to be picked,
 * which a request with `prompt=none` is told as `login_required`.
 */
export function choosePerson<T extends Candidate>(
  hints: PersonHints,
  signedIn: readonly T[],
): T | undefined {
  const prompts = hints.prompt?.split(' ') ?? [];
  if (PROMPTS_THAT_ASK.some((prompt) => prompts.includes(prompt))) return undefined;

  const hint = hints.login_hint ?? hints.sid ?? subjectOf(hints.id_token_hint);
  if (hint !== undefined) return signedIn.find((candidate) => isHintFor(candidate, hint));
  return signedIn.length === 1 ? signedIn[0] : undefined;
}

/** Whether `hint` is the id, the e-mail address or the session id (`sid`) of a person. */
export function isHintFor({ person, session }: Candidate, hint: string): boolean {
  return [person.id, person.email, session.uid].includes(hint);
}

/** Reads without verifying: this only selects a session, and oidc-provider verifies the token afterwards. */
function subjectOf(idToken: string | undefined): string | undefined {
  if (idToken === undefined) return undefined;
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString(),
    );
    const { sub } = payload as { sub?: unknown };
    return typeof sub === 'string' ? sub : '';
  } catch {
    return '';
  }
}
