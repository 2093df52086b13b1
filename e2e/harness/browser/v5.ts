import { createMsal } from './msal-5';
import { startMsalPage } from './start-msal-page';

await startMsalPage(createMsal);
