import { MsalInstanceCache } from './cache/msal-instance-cache';
import type { MsalInstance } from './cache/msal-instance';
import { EndSessionClient } from './end-session-client';
import { WebStorageJournal } from './journal/web-storage-journal';
import { resolveConfiguration } from './request/resolved-configuration';

/** A client that signs out of what `instance` signed in to. Touches nothing until it is used. */
export function createEndSessionClient(instance: MsalInstance): EndSessionClient {
  return new EndSessionClient(resolveConfiguration(instance.getConfiguration()), {
    cache: new MsalInstanceCache(instance),
    journal: new WebStorageJournal(),
  });
}
