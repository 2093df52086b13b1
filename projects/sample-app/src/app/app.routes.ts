import type { Routes } from '@angular/router';
import { msalLogoutGuard } from 'msal-logout';

import { HomePage } from './home/home-page';
import { InboxPage } from './inbox/inbox-page';
import { SignedOutPage } from './signed-out/signed-out-page';

export const routes: Routes = [
  { path: '', pathMatch: 'full', title: 'Sample Mail', component: HomePage },
  {
    path: 'inbox',
    title: 'Inbox – Sample Mail',
    component: InboxPage,
    canActivate: [msalLogoutGuard],
  },
  { path: 'signed-out', title: 'Signed out – Sample Mail', component: SignedOutPage },
  { path: '**', redirectTo: '' },
];
