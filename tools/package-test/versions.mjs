/** The Angular and the MSAL that `npm run test:package` installs; all else is the newest that `ng new` allows. */
export const ANGULAR = {
  21: { cli: '21.2.27', framework: '21.2.26', typescript: '5.9.3', msalAngular: '5.3.1' },
  22: { cli: '22.2.5', framework: '22.2.6', typescript: '6.0.3', msalAngular: '6.2.1' },
};

export const MSAL_BROWSER = { 3: '3.30.0', 4: '4.30.0', 5: '5.29.0' };

/** For an Angular that the Node of this process is too old for. */
export const NODE = '24.21.0';
