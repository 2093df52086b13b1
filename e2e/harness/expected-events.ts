/** The events of a sign-out that ends here, without the provider's word. */
export const ENDED_HERE = ['logoutStart', 'accountsCleared', 'logoutSuccess', 'logoutEnd'] as const;

/** The events of a redirect sign-out that the provider has confirmed. */
export const CONFIRMED_BY_REDIRECT = [
  'logoutStart',
  'accountsCleared',
  'logoutSuccess',
  'serverSignOutConfirmed',
  'logoutEnd',
] as const;

/** The events of a popup sign-out that the provider has confirmed. */
export const CONFIRMED_BY_POPUP = [
  'logoutStart',
  'accountsCleared',
  'popupOpened',
  'logoutSuccess',
  'serverSignOutConfirmed',
  'logoutEnd',
] as const;
