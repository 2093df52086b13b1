import { PublicClientApplication } from 'msal-browser-4';
import { offerMsal } from './offer-msal';

offerMsal((configuration) => new PublicClientApplication(configuration));
