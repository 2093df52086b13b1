import { createMsal } from '../msal-4';
import { startRouterPage } from './start-router-page';

void startRouterPage((provider) => createMsal(provider, '/plain'));
