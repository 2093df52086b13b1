import { html } from './html';
import type { Html } from './html';
import type { Person } from './people';

/** What the pages show of a person: initials, name and e-mail address. */
export function personCard({ name, email }: Person): Html {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  return html`<span class="avatar" aria-hidden="true">${initials}</span>
    <span class="name">${name} <small>${email}</small></span>`;
}
