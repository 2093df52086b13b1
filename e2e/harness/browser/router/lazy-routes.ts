import type { Routes } from '@angular/router';
import { ShownPage } from './shown-page';

/** Routes in a bundle of their own. */
export const LAZY_ROUTES: Routes = [{ path: 'child', component: ShownPage }];
