import { PublicClientApplication } from '@azure/msal-browser';
import { offerMsal } from './offer-msal';

offerMsal((configuration) => new PublicClientApplication(configuration));
