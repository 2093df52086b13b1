import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';

import { SignIn } from './sign-in';

/** The way in for somebody who is signed out; what it says is projected. */
@Component({
  selector: 'app-sign-in-button',
  imports: [MatButton, MatIcon],
  template: `
    <button matButton="filled" type="button" data-testid="sign-in" (click)="signIn.start()">
      <mat-icon svgIcon="sign-in" aria-hidden="true" />
      <ng-content>Sign in</ng-content>
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInButton {
  protected readonly signIn = inject(SignIn);
}
