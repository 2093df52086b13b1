import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ShownPage } from './shown-page';

/** A signed-out page in a bundle of its own. */
@Component({
  selector: 'app-lazy-signed-out-page',
  imports: [ShownPage],
  template: '<app-shown-page />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LazySignedOutPage {}
