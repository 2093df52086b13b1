import { offerEngine } from './offer-engine';

offerEngine((configuration) => configuration);
