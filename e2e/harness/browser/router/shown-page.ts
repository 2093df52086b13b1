import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterOutlet } from '@angular/router';

/** Says which route it is shown for, and counts the clicks on its button. */
@Component({
  selector: 'app-shown-page',
  imports: [RouterOutlet],
  template: `
    <button data-testid="shown" (click)="count()">{{ path }}: {{ clicks() }}</button>
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShownPage {
  protected readonly path = inject(ActivatedRoute).snapshot.routeConfig?.path;
  protected readonly clicks = signal(0);

  protected count(): void {
    this.clicks.update((clicks) => clicks + 1);
  }
}
