import { createMsal } from '../msal-3';
import { startRouterPage } from './start-router-page';

void startRouterPage((provider) => createMsal(provider, '/plain'));
