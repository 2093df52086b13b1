import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { EventType, MsalBroadcastService } from 'msal-logout';
import { map } from 'rxjs';

/** Says, while a popup ends the session, what the app is waiting for: the window may be behind this one. */
@Component({
  selector: 'app-popup-notice',
  imports: [MatButton],
  template: `
    @if (popup(); as popup) {
      <div>
        <p>Waiting for the small window, where the identity server ends the session.</p>
        <button matButton type="button" (click)="popup.focus()">Show it</button>
      </div>
    }
  `,
  styleUrl: './popup-notice.scss',
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PopupNotice {
  protected readonly popup = toSignal(
    inject(MsalBroadcastService)
      .on(EventType.POPUP_OPENED, EventType.LOGOUT_END)
      .pipe(
        map((event) => (event.eventType === EventType.POPUP_OPENED ? event.popupWindow : null)),
      ),
    { initialValue: null },
  );
}
