import type { MsalPage } from '../harness/msal-page';

/** Has the access tokens in the cache be bound to keys, which only MSAL can remove. */
export async function bindTokens(app: MsalPage): Promise<void> {
  await app.page.evaluate(() => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const [key, text] of Object.entries(storage) as [string, string][]) {
        if (!/[-|]accesstoken[-|]/.test(key)) continue;
        storage.setItem(key.replace('accesstoken', 'accesstoken_with_authscheme'), text);
      }
    }
  });
}
