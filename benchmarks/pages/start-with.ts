import { provideMsalLogout } from 'msal-logout';
import { startUp } from './start-up';

await startUp((instance) => provideMsalLogout(instance));
