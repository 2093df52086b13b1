import { createMsal } from './msal-3';
import { startMsalPage } from './start-msal-page';

await startMsalPage((provider) => createMsal(provider, '/v3/'));
