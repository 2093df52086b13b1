import type { CacheLocation } from './offer';
import { offer } from './offer';

let storage: Storage;
let keys: readonly string[] = [];

/** Nothing but `removeItem`, of keys that are known: what no sign-out can undercut. */
offer({
  start(cacheLocation: CacheLocation) {
    storage = window[cacheLocation];
    keys = Object.keys(storage);
    return Promise.resolve();
  },
  clearCache(person = '') {
    for (const key of keys) if (key.includes(person)) storage.removeItem(key);
    return Promise.resolve();
  },
});
