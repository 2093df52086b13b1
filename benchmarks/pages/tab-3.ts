import { PublicClientApplication } from 'msal-browser-3';
import { offerTab } from './offer-tab';

offerTab((configuration) => new PublicClientApplication(configuration));
