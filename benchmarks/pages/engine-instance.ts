import { PublicClientApplication } from '@azure/msal-browser';
import { offerEngine } from './offer-engine';

offerEngine((configuration) => new PublicClientApplication(configuration));
