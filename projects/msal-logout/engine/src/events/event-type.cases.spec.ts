import { EventType } from './event-type';

/** The id is that of docs/msal-cases.md. */
it('C253 has MSAL’s values for what MSAL tells too', () => {
  expect(EventType).toMatchObject({
    LOGOUT_START: 'msal:logoutStart',
    LOGOUT_SUCCESS: 'msal:logoutSuccess',
    LOGOUT_FAILURE: 'msal:logoutFailure',
    LOGOUT_END: 'msal:logoutEnd',
    POPUP_OPENED: 'msal:popupOpened',
  });
});
