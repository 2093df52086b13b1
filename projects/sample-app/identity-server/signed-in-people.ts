import type { KoaContextWithOIDC, Session } from 'oidc-provider';
import type Provider from 'oidc-provider';
import { PEOPLE } from './people';
import type { Person } from './people';

/** Somebody with a session in the browser that sent the request. */
export interface SignedInPerson {
  readonly person: Person;
  readonly session: Session;
}

/** The cookie that holds the session of one person; there is one for each who is signed in. */
export function sessionCookie(personId: string): string {
  return `session-${personId}`;
}

/** Everybody signed in in the browser that sent the request, in the order of the list of people. */
export async function readSignedInPeople(
  provider: Provider,
  ctx: KoaContextWithOIDC,
): Promise<readonly SignedInPerson[]> {
  const found = await Promise.all(
    PEOPLE.map(async (person) => {
      const session = await provider.Session.find(ctx.cookies.get(sessionCookie(person.id)) ?? '');
      return session?.accountId === person.id ? [{ person, session }] : [];
    }),
  );
  return found.flat();
}

/** Ends the given sessions, with the tokens issued in them, and forgets their cookies. */
export async function endSessions(
  ctx: KoaContextWithOIDC,
  people: readonly SignedInPerson[],
): Promise<void> {
  for (const { person, session } of people) {
    await session.destroy();
    ctx.cookies.set(sessionCookie(person.id), null, { httpOnly: true, sameSite: 'lax' });
  }
}
