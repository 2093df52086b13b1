import { lastValueFrom } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { withoutTabSync, withTabSync } from './tab-sync';

/** What other tabs hear of a sign-out, on the channel of that name and until the last thing is said. */
async function heardOn(name: string, feature?: MsalLogoutFeature): Promise<readonly unknown[]> {
  const { logout } = await setupMsalLogout({
    people: ['ada'],
    ...(feature && { features: [feature] }),
  });
  const [tab, last] = [1, 2].map(() => new BroadcastChannel(`end-session.${name}`));
  const heard: unknown[] = [];
  const end = new Promise((resolve) => {
    tab?.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      if (data.type === 'last') resolve(data);
      else heard.push(data.type);
    });
  });
  await lastValueFrom(logout.clearCache());
  last?.postMessage({ type: 'last' });
  await end;
  tab?.close();
  last?.close();
  return heard;
}

it('has the tabs of the same client hear of a sign-out', async () => {
  expect(await heardOn('mail-app')).toEqual(['signed-out']);
});

it('has the tabs of several clients hear of it that use one channel', async () => {
  const feature = withTabSync({ channel: 'contoso' });

  expect(await heardOn('contoso', feature)).toEqual(['signed-out']);
  expect(await heardOn('mail-app', feature)).toEqual([]);
});

it('keeps to the client without a name for the channel', async () => {
  expect(await heardOn('mail-app', withTabSync())).toEqual(['signed-out']);
});

it('tells nobody when tabs are to keep to themselves', async () => {
  expect(await heardOn('mail-app', withoutTabSync())).toEqual([]);
});
