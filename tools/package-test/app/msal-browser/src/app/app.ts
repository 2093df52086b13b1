import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { msalInstance } from './msal-instance';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  protected readonly account = msalInstance.getActiveAccount();

  protected signIn(): void {
    void msalInstance.loginRedirect({ scopes: ['openid', 'profile'] });
  }
}
