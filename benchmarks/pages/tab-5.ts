import { PublicClientApplication } from '@azure/msal-browser';
import { offerTab } from './offer-tab';

offerTab((configuration) => new PublicClientApplication(configuration));
