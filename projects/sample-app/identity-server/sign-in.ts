import { text } from 'node:stream/consumers';
import { errors } from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type Provider from 'oidc-provider';
import { showErrorPage } from './error-page';
import { findPerson } from './people';
import type { Person } from './people';
import { showSignInPage } from './sign-in-page';
import { readSignedInPeople } from './signed-in-people';

/** An interaction's page is found under this path and the interaction's uid. */
export const INTERACTION_PATH = '/interaction/';

/** Answers the interactions that oidc-provider starts: shows who can sign in, and finishes with the person picked. */
export function signIn(provider: Provider, appOrigin: string) {
  async function answer(ctx: KoaContextWithOIDC): Promise<void> {
    const { prompt } = await provider.interactionDetails(ctx.req, ctx.res);
    // There is nothing to ask: a first-party client has everything granted.
    if (prompt.name === 'consent') return finish(ctx, {});

    const person = ctx.method === 'POST' ? await readPickedPerson(ctx) : undefined;
    if (!person) {
      showSignInPage(ctx, { signedIn: await readSignedInPeople(provider, ctx), appOrigin });
      return;
    }
    await leaveSessionOfSomebodyElse(ctx, person);
    await finish(ctx, { login: { accountId: person.id } });
  }

  /** One answer satisfies every prompt that the request may have named. */
  async function finish(
    ctx: KoaContextWithOIDC,
    result: { readonly login?: { readonly accountId: string } },
  ): Promise<void> {
    const returnTo = await provider.interactionResult(ctx.req, ctx.res, {
      ...result,
      consent: {},
      select_account: {},
      create: {},
    });
    ctx.status = 303;
    ctx.redirect(returnTo);
  }

  /** Otherwise oidc-provider would sign out the person who was expected, to make room for the one picked. */
  async function leaveSessionOfSomebodyElse(
    ctx: KoaContextWithOIDC,
    person: Person,
  ): Promise<void> {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    if (!interaction.session || interaction.session.accountId === person.id) return;
    interaction.session = undefined;
    await interaction.persist();
  }

  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    if (!ctx.path.startsWith(INTERACTION_PATH)) {
      await next();
      return;
    }
    try {
      await answer(ctx);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      ctx.status = error.status;
      showErrorPage(ctx, {
        error: error.error,
        description: 'this sign-in has expired, please start again in the app',
        appOrigin,
      });
    }
  };
}

async function readPickedPerson(ctx: KoaContextWithOIDC): Promise<Person | undefined> {
  return findPerson(new URLSearchParams(await text(ctx.req)).get('person'));
}
