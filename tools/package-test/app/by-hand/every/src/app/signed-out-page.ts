import { Component, inject } from '@angular/core';
import { MsalLogoutService } from 'msal-logout';

@Component({
  selector: 'app-signed-out-page',
  template: `<p>On the identity server: {{ result()?.server }}</p>`,
})
export class SignedOutPage {
  protected readonly result = inject(MsalLogoutService).lastResult;
}
