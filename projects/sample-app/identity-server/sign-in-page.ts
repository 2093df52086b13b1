import type { KoaContextWithOIDC } from 'oidc-provider';
import { html } from './html';
import type { Html } from './html';
import { showPage } from './page';
import { PEOPLE } from './people';
import type { Person } from './people';
import { personCard } from './person-card';
import type { SignedInPerson } from './signed-in-people';

export interface SignInPage {
  readonly signedIn: readonly SignedInPerson[];
  readonly appOrigin: string;
}

/** Asks who signs in. One click does it: nobody here has a password. */
export function showSignInPage(ctx: KoaContextWithOIDC, { signedIn, appOrigin }: SignInPage): void {
  const isSignedIn = (person: Person) => signedIn.some((other) => other.person === person);
  showPage(ctx, {
    title: 'Pick a person',
    content: html`<p>to sign in to ${new URL(appOrigin).host}</p>
      <form method="post" class="choices">
        ${PEOPLE.map((person) => personButton(person, isSignedIn(person)))}
      </form>`,
    appOrigin,
  });
}

function personButton(person: Person, isSignedIn: boolean): Html {
  return html`<button
    class="choice"
    name="person"
    value="${person.id}"
    data-testid="op-user-${person.id}"
  >
    ${personCard(person)} ${isSignedIn ? html`<span class="badge">Signed in</span>` : undefined}
  </button>`;
}
