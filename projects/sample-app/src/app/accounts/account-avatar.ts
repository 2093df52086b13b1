import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { initials } from './account-name';

/** A disc with somebody's initials; decoration only, so they are no text: the name stands beside it. */
@Component({
  selector: 'app-account-avatar',
  template: '',
  styleUrl: './account-avatar.scss',
  host: { 'aria-hidden': 'true', '[attr.data-letters]': 'letters()', '[style.--hue]': 'hue()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountAvatar {
  readonly name = input.required<string>();

  protected readonly letters = computed(() => initials(this.name()));
  /** The same person has the same colour everywhere. */
  protected readonly hue = computed(() =>
    Array.from(this.name()).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0),
  );
}
