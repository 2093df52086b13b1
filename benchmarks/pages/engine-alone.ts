// What a page has that uses the engine without Angular.
export { completeLogout, createEndSessionClient } from 'msal-logout/engine';
