import { Component, inject } from '@angular/core';
import { MsalLogoutService } from 'msal-logout';

@Component({
  selector: 'app-sign-out-button',
  template: `
    <button type="button" [disabled]="logout.inProgress()" (click)="signOut()">Sign out</button>
  `,
})
export class SignOutButton {
  protected readonly logout = inject(MsalLogoutService);

  protected signOut(): void {
    this.logout.logoutRedirect();
  }
}
