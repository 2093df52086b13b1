import type { KoaContextWithOIDC } from 'oidc-provider';
import { html } from './html';
import type { Html } from './html';
import { showPage } from './page';
import { personCard } from './person-card';
import type { SignedInPerson } from './signed-in-people';

/** The choice to sign out everybody, in the place of a person's id. */
export const EVERYBODY = 'everybody';

export interface SignOutPage {
  readonly signedIn: readonly SignedInPerson[];
  readonly confirmPath: string;
  readonly cancelPath: string;
  /** Proves that the answer comes from this page. */
  readonly xsrf: string;
  readonly appOrigin: string;
}

/** Asks who signs out. */
export function showSignOutPage(ctx: KoaContextWithOIDC, page: SignOutPage): void {
  const { signedIn, confirmPath, cancelPath, xsrf, appOrigin } = page;
  const [first] = signedIn;
  showPage(ctx, {
    title: 'Sign out',
    content: html`<form method="post" action="${confirmPath}">
      <input type="hidden" name="xsrf" value="${xsrf}" />
      <input type="hidden" name="logout" value="yes" />
      <fieldset>
        <legend>Pick who signs out of ${new URL(appOrigin).host}</legend>
        <div class="choices">
          ${signedIn.map((candidate) => personChoice(candidate, candidate === first))}
          ${signedIn.length > 1 ? EVERYBODY_CHOICE : undefined}
        </div>
      </fieldset>
      <div class="actions">
        <a class="button" href="${cancelPath}" data-testid="op-sign-out-cancel">Cancel</a>
        <button class="button primary" data-testid="op-sign-out-confirm">Sign out</button>
      </div>
    </form>`,
    appOrigin,
  });
}

export function showStillSignedInPage(ctx: KoaContextWithOIDC, appOrigin: string): void {
  showPage(ctx, {
    title: 'You are still signed in',
    content: html`<p>Nothing was changed.</p>
      <p><a href="${appOrigin}">Back to the app</a></p>`,
    appOrigin,
  });
}

/** For a sign-out whose request named no place to return to. */
export function showSignedOutPage(ctx: KoaContextWithOIDC, appOrigin: string): void {
  showPage(ctx, {
    title: 'You are signed out',
    content: html`<p>You can close this page.</p>
      <p><a href="${appOrigin}">Back to the app</a></p>`,
    appOrigin,
  });
}

const EVERYBODY_CHOICE = html`<label class="choice" data-testid="op-everybody">
  <input type="radio" name="person" value="${EVERYBODY}" />
  <span class="name">Everybody</span>
</label>`;

function personChoice({ person }: SignedInPerson, isFirst: boolean): Html {
  return html`<label class="choice" data-testid="op-signed-in-user">
    <input type="radio" name="person" value="${person.id}" ${isFirst ? html`checked` : undefined} />
    ${personCard(person)}
  </label>`;
}
