import { Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { MsalService } from '@azure/msal-angular';
import { AccountInfo } from '@azure/msal-browser';
import { SignOutButton } from './sign-out-button';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, SignOutButton],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  protected readonly account = signal<AccountInfo | null>(null);
  readonly #msal = inject(MsalService);

  constructor() {
    this.#msal.handleRedirectObservable().subscribe((response) => {
      if (response) this.#msal.instance.setActiveAccount(response.account);
      this.account.set(this.#msal.instance.getActiveAccount());
    });
  }

  protected signIn(): void {
    this.#msal.loginRedirect({ scopes: ['openid', 'profile'] });
  }
}
