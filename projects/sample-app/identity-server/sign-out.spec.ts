/** @jest-environment node */
import type { SampleAppClient } from './testing/sample-app-client';
import { useIdentityServer } from './testing/use-identity-server';

const openApp = useIdentityServer();

async function whoIsSignedIn(app: SampleAppClient): Promise<readonly string[]> {
  const answers = [
    await app.silently({ login_hint: 'ada' }),
    await app.silently({ login_hint: 'alan' }),
  ];
  return answers.filter((answer) => answer !== 'login_required');
}

describe('signing out', () => {
  const back = expect.stringMatching(/\/signed-out\?state=back(\+|%20)%26(\+|%20)forth$/) as string;

  it.each(['ada', 'ada@mail.example'])('ends the session of logout_hint=%s only', async (hint) => {
    const app = await openApp('ada', 'alan');

    const { url } = await app.signOut({ logout_hint: hint });

    expect(url.href).toEqual(back);
    expect(await whoIsSignedIn(app)).toEqual(['alan']);
    expect(app.browser.cookieNames).not.toContain('session-ada');
    expect(app.browser.cookieNames).not.toContain('_session');
  });

  it('ends the tokens of that session only', async () => {
    const app = await openApp();
    const ada = await app.signIn('ada');
    const alan = await app.signIn('alan');

    await app.signOut({ logout_hint: 'ada' });

    expect(await app.refresh(ada)).toMatchObject({ error: 'invalid_grant' });
    expect((await app.callApi('/api/inbox', ada.access_token)).status).toBe(401);
    expect(await app.refresh(alan)).not.toHaveProperty('error');
    expect((await app.callApi('/api/inbox', alan.access_token)).status).toBe(200);
  });

  it('believes an ID token more than a logout_hint', async () => {
    const app = await openApp('alan');
    const { id_token } = await app.signIn('ada');

    const { url } = await app.signOut({ id_token_hint: id_token, logout_hint: 'alan' });

    expect(url.href).toEqual(back);
    expect(await whoIsSignedIn(app)).toEqual(['alan']);
  });

  it.each([{ logout_hint: 'alan' }, { logout_hint: 'grace' }])(
    'goes straight back when there is nothing to end for %p',
    async (parameters) => {
      const app = await openApp('ada');

      const { url } = await app.signOut(parameters);

      expect(url.href).toEqual(back);
      expect(await whoIsSignedIn(app)).toEqual(['ada']);
    },
  );

  it('goes straight back when nobody is signed in', async () => {
    const app = await openApp();

    expect((await app.signOut()).url.href).toEqual(back);
  });

  it.each([
    { person: 'alan', left: ['ada'] },
    { person: 'everybody', left: [] },
  ])('asks without a hint, and signs out $person', async ({ person, left }) => {
    const app = await openApp('ada', 'alan');

    const page = await app.signOut();
    expect(page.html.match(/data-testid="op-signed-in-user"/g)).toHaveLength(2);
    const { url } = await app.browser.submit(page, { person });

    expect(url.href).toEqual(back);
    expect(await whoIsSignedIn(app)).toEqual(left);
  });

  it('offers "everybody" only when there are several', async () => {
    const app = await openApp('ada');

    expect((await app.signOut()).html).not.toContain('Everybody');
  });

  it('stays when the question is cancelled', async () => {
    const app = await openApp('ada', 'alan');
    const page = await app.signOut();
    const [, cancel = ''] =
      /href="([^"]*)"[^>]*data-testid="op-sign-out-cancel"/s.exec(page.html) ?? [];

    const stop = await app.browser.visit(cancel);

    expect(stop.html).toContain('You are still signed in');
    expect(await whoIsSignedIn(app)).toEqual(['ada', 'alan']);
  });

  it('ends nothing for a form that is not its own', async () => {
    const app = await openApp('ada');
    const page = await app.signOut();

    const stop = await app.browser.submit(page, { person: 'ada', xsrf: 'guessed' });

    expect(stop.status).toBe(400);
    expect(await whoIsSignedIn(app)).toEqual(['ada']);
  });

  it('shows a page when there is no place to return to', async () => {
    const app = await openApp('ada');

    const stop = await app.browser.visit('/session/end?logout_hint=ada');

    expect(stop.html).toContain('You are signed out');
    expect(await whoIsSignedIn(app)).toEqual([]);
  });

  it('refuses a post_logout_redirect_uri that is not registered, and ends nothing', async () => {
    const app = await openApp('ada');

    const stop = await app.signOut({
      logout_hint: 'ada',
      post_logout_redirect_uri: 'http://elsewhere.example/',
    });

    expect(stop.status).toBe(400);
    expect(await whoIsSignedIn(app)).toEqual(['ada']);
  });

  it('ignores post_logout_redirect_uri when the client does not say who it is', async () => {
    const app = await openApp('ada');
    const uri = encodeURIComponent(`${app.appOrigin}/signed-out`);

    const stop = await app.browser.visit(
      `/session/end?logout_hint=ada&post_logout_redirect_uri=${uri}`,
    );

    expect(stop.html).toContain('You are signed out');
  });
});
