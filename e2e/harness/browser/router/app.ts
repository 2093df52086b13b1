import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';

/** Shows who is signed in above whatever is routed to. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `
    <p data-testid="people">{{ people() }}</p>
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  readonly #accounts = inject(MsalLogoutService).accounts;
  protected readonly people = computed(() =>
    this.#accounts()
      .map(({ homeAccountId }) => homeAccountId)
      .join(', '),
  );
}
