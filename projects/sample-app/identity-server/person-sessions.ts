import type { KoaContextWithOIDC } from 'oidc-provider';
import type Provider from 'oidc-provider';
import { choosePerson } from './choose-person';
import { readSignedInPeople, sessionCookie } from './signed-in-people';
import type { SignedInPerson } from './signed-in-people';

/**
 * Lets several people be signed in at once. oidc-provider knows one session, in one cookie; here every person
 * has a session in a cookie of their own, and each request shows oidc-provider the one it is about.
 */
export function onePersonPerSession(provider: Provider) {
  const authorization = provider.pathFor('authorization');
  const endSession = provider.pathFor('end_session');
  const providerCookie = provider.cookieName('session');

  /** Who the request is about; also for the one that resumes it after somebody was picked. */
  async function personOf(ctx: KoaContextWithOIDC): Promise<SignedInPerson | undefined> {
    if (ctx.path !== authorization && !ctx.path.startsWith(`${authorization}/`)) return undefined;
    const signedIn = await readSignedInPeople(provider, ctx);
    if (ctx.path === authorization) {
      return choosePerson(Object.fromEntries(new URLSearchParams(ctx.querystring)), signedIn);
    }
    const interaction = await provider.Interaction.find(ctx.path.slice(authorization.length + 1));
    const personId = interaction?.result?.login?.accountId ?? interaction?.session?.accountId;
    return signedIn.find(({ person }) => person.id === personId);
  }

  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    // While somebody decides whether to sign out, oidc-provider keeps the question in a session of its own,
    // in which nobody is signed in. Only those requests bring its cookie themselves.
    if (!ctx.path.startsWith(endSession)) {
      const cookies = (ctx.req.headers.cookie ?? '')
        .split(/; */)
        .filter(isNotNamed(providerCookie));
      const present = await personOf(ctx);
      if (present) cookies.push(`${providerCookie}=${present.session.jti}`);
      ctx.req.headers.cookie = cookies.join('; ');
    }

    await next();

    const { session } = (ctx.oidc as KoaContextWithOIDC['oidc'] | undefined) ?? {};
    if (session?.accountId) renameSetCookie(ctx, providerCookie, sessionCookie(session.accountId));
  };
}

function isNotNamed(name: string): (cookie: string) => boolean {
  return (cookie) => !cookie.startsWith(`${name}=`);
}

/** Keeps the value and the attributes that oidc-provider gave the cookie. */
function renameSetCookie(ctx: KoaContextWithOIDC, from: string, to: string): void {
  const cookies = [ctx.response.get('Set-Cookie')].flat().filter(Boolean);
  if (cookies.every(isNotNamed(from))) return;
  ctx.set(
    'Set-Cookie',
    cookies.map((cookie) => (isNotNamed(from)(cookie) ? cookie : to + cookie.slice(from.length))),
  );
}
