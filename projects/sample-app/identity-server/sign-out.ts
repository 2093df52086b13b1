import type { KoaContextWithOIDC } from 'oidc-provider';
import type Provider from 'oidc-provider';
import { isHintFor } from './choose-person';
import { EVERYBODY, showSignOutPage, showStillSignedInPage } from './sign-out-page';
import { endSessions, readSignedInPeople } from './signed-in-people';

type OIDCContext = KoaContextWithOIDC['oidc'];

/**
 * Takes over from oidc-provider once that has validated a sign-out: who is hinted at is signed out without a
 * question, and otherwise somebody is picked.
 */
export function signOut(provider: Provider, appOrigin: string) {
  const cancelPath = `${provider.pathFor('end_session')}/cancel`;

  async function answerRequest(ctx: KoaContextWithOIDC): Promise<void> {
    const signedIn = await readSignedInPeople(provider, ctx);
    const hint = hintOf(ctx.oidc);
    if (hint === undefined && signedIn.length > 0) {
      showSignOutPage(ctx, {
        signedIn,
        confirmPath: provider.pathFor('end_session_confirm'),
        cancelPath,
        xsrf: String(ctx.oidc.session?.state?.['secret']),
        appOrigin,
      });
      return;
    }
    await dropQuestion(ctx);
    await endSessions(
      ctx,
      signedIn.filter((candidate) => hint !== undefined && isHintFor(candidate, hint)),
    );
    ctx.status = 303;
    ctx.redirect(returnUri(ctx.oidc) ?? provider.pathFor('end_session_success'));
  }

  /** The redirect to the app is already in the response: oidc-provider has checked the form's `xsrf`. */
  async function endPickedSessions(ctx: KoaContextWithOIDC): Promise<void> {
    const picked = ctx.oidc.body?.['person'];
    const signedIn = await readSignedInPeople(provider, ctx);
    await endSessions(
      ctx,
      signedIn.filter(({ person }) => picked === EVERYBODY || picked === person.id),
    );
  }

  /** oidc-provider has begun a session to remember the question in, and there is none. */
  async function dropQuestion(ctx: KoaContextWithOIDC): Promise<void> {
    await ctx.oidc.session?.destroy();
    ctx.remove('Set-Cookie');
  }

  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    if (ctx.path === cancelPath) {
      showStillSignedInPage(ctx, appOrigin);
      return;
    }
    await next();
    const { route } = (ctx.oidc as OIDCContext | undefined) ?? {};
    if (route === 'end_session' && ctx.status === 200) await answerRequest(ctx);
    if (route === 'end_session_confirm' && ctx.status === 303) await endPickedSessions(ctx);
  };
}

/** Whom a sign-out is about. A verified ID token counts more than a parameter that anybody can write. */
function hintOf({ entities, params }: OIDCContext): string | undefined {
  return asText(entities.IdTokenHint?.payload['sub']) ?? asText(params?.['logout_hint']);
}

/** Where the sign-out leads; oidc-provider has removed an address that is not registered for the client. */
function returnUri({ params }: OIDCContext): string | undefined {
  const address = asText(params?.['post_logout_redirect_uri']);
  if (address === undefined) return undefined;
  const uri = new URL(address);
  const state = asText(params?.['state']);
  if (state !== undefined) uri.searchParams.set('state', state);
  return uri.href;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
