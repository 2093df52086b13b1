import { Routes } from '@angular/router';
import { SignedOutPage } from './signed-out-page';

export const routes: Routes = [{ path: 'signed-out', component: SignedOutPage }];
