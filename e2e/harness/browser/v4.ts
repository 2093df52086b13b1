import { createMsal } from './msal-4';
import { startMsalPage } from './start-msal-page';

await startMsalPage((provider) => createMsal(provider, '/v4/'));
