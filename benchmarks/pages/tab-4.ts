import { PublicClientApplication } from 'msal-browser-4';
import { offerTab } from './offer-tab';

offerTab((configuration) => new PublicClientApplication(configuration));
