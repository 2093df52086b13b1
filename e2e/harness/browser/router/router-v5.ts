import { createMsal } from '../msal-5';
import { startRouterPage } from './start-router-page';

void startRouterPage(createMsal);
