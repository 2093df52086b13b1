/** Where MSAL notes, for all its instances in a tab, that somebody is signing in or out. */
export const INTERACTION_STATUS = 'msal.interaction.status';
