import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { msalInstance } from './msal-instance';
import { SignOutButton } from './sign-out-button';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, SignOutButton],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  protected readonly account = msalInstance.getActiveAccount();

  protected signIn(): void {
    void msalInstance.loginRedirect({ scopes: ['openid', 'profile'] });
  }
}
