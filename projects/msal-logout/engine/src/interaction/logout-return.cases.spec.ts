import type { EndSessionRequest } from '../request/end-session-request';
import { encodeState } from '../request/library-state';
import { ADA } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import { takeLogoutReturn } from './logout-return';

/** The ids are those of docs/msal-cases.md. */

/** Leaves by redirect, and comes back with the query that `answer` makes of the `state` that was sent. */
async function comeBack(request: EndSessionRequest, answer: (state: string) => string) {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/signed-out');
  const { client, navigation, journal } = setupClient({ accounts: [ADA] });
  const left = new Promise<void>((resolve) => (navigation.onExternal = resolve));
  void client.logoutRedirect(request);
  await left;
  const state = new URL(navigation.external[0]?.url ?? '').searchParams.get('state') ?? '';
  const search = answer(state);
  window.history.replaceState(null, '', `/signed-out${search}`);
  return { returned: takeLogoutReturn(journal), search, kept: journal.entries().length };
}

const query = (state: string): string => `?state=${encodeURIComponent(state)}`;

it('C328 has the application’s state back when the provider returns what was sent', async () => {
  const { returned } = await comeBack({ state: 'abc' }, query);

  expect(returned?.result).toMatchObject({ server: 'confirmed', state: 'abc' });
});

it.each([
  ['of somebody else', query('abc')],
  ['of another sign-out', query(encodeState({ id: 'another', interactionType: 'redirect' }))],
])('C329 takes a state %s for no answer, except that the browser is back', async (_, search) => {
  const { returned } = await comeBack({ state: 'abc' }, () => search);

  expect(returned?.result.server).not.toBe('confirmed');
  expect(returned?.result.state).toBeUndefined();
  expect(window.location.search).toBe(search);
});

it('C335 does not say that the session has ended when nothing but the browser came back', async () => {
  const { returned } = await comeBack({ state: 'abc' }, () => '');

  expect(returned?.result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
});
