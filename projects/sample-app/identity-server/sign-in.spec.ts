/** @jest-environment node */
import { readIdToken } from './testing/sample-app-client';
import { useIdentityServer } from './testing/use-identity-server';

const openApp = useIdentityServer();

describe('signing in', () => {
  it('asks who it is, and puts the claims into the ID token', async () => {
    const app = await openApp();

    const page = await app.authorize();
    expect(page.html).toContain('data-testid="op-user-ada"');
    const tokens = await app.redeem(await app.browser.submit(page, { person: 'ada' }));

    expect(readIdToken(tokens)).toMatchObject({
      iss: app.issuer,
      aud: 'sample-app',
      sub: 'ada',
      login_hint: 'ada',
      sid: expect.any(String) as string,
      name: 'Ada Lovelace',
      preferred_username: 'ada@mail.example',
      email: 'ada@mail.example',
    });
    expect(tokens.expires_in).toBe(600);
  });

  it('issues refresh tokens that serve several tabs', async () => {
    const app = await openApp();
    const tokens = await app.signIn('ada');

    const first = await app.refresh(tokens);
    const second = await app.refresh(tokens);

    expect([first.scope, second.scope]).toEqual([tokens.scope, tokens.scope]);
    expect(tokens.scope.split(' ')).toContain('offline_access');
  });

  it('answers without a page while one person is signed in', async () => {
    const app = await openApp();

    expect(await app.silently({})).toBe('login_required');
    await app.signIn('ada');
    expect(await app.silently({})).toBe('ada');
    expect(await app.silently({ login_hint: 'alan' })).toBe('login_required');
  });

  it('keeps a session for each person', async () => {
    const app = await openApp();
    const ada = readIdToken(await app.signIn('ada'));
    await app.signIn('alan');

    expect(app.browser.cookieNames).toEqual(
      expect.arrayContaining(['session-ada', 'session-alan']),
    );
    expect(app.browser.cookieNames).not.toContain('_session');
    expect(await app.silently({ login_hint: 'ada' })).toBe('ada');
    expect(await app.silently({ login_hint: 'alan@mail.example' })).toBe('alan');
    expect(await app.silently({ sid: String(ada['sid']) })).toBe('ada');
    expect(await app.silently({})).toBe('login_required');
  });

  it('shows who is signed in already, and continues the session of the one picked', async () => {
    const app = await openApp();
    const before = await app.signIn('ada');

    const page = await app.authorize({ prompt: 'login' });
    expect(page.html.match(/>Signed in</g)).toHaveLength(1);
    const after = await app.redeem(await app.browser.submit(page, { person: 'ada' }));

    expect(readIdToken(after)['sid']).toBe(readIdToken(before)['sid']);
    expect(await app.refresh(before)).not.toHaveProperty('error');
  });

  it('leaves the person alone who was expected when another one is picked', async () => {
    const app = await openApp();
    await app.signIn('ada');
    const page = await app.authorize({ max_age: '0', login_hint: 'ada' });
    const stop = await app.browser.submit(page, { person: 'alan' });

    expect(readIdToken(await app.redeem(stop))['sub']).toBe('alan');
    expect(await app.silently({ login_hint: 'ada' })).toBe('ada');
  });

  it('asks nothing for prompt=consent', async () => {
    const app = await openApp();
    await app.signIn('ada');

    const stop = await app.authorize({ prompt: 'consent', login_hint: 'ada' });

    expect(readIdToken(await app.redeem(stop))['sub']).toBe('ada');
  });

  it('explains an interaction that is not there any more', async () => {
    const app = await openApp();

    const page = await app.browser.visit('/interaction/unknown');

    expect(page.status).toBe(400);
    expect(page.html).toContain('this sign-in has expired');
  });

  it('refuses a redirect_uri that is not registered', async () => {
    const app = await openApp();

    const page = await app.authorize({ redirect_uri: 'http://elsewhere.example/' });

    expect(page.status).toBe(400);
    expect(page.html).toContain('invalid_redirect_uri');
  });

  it('shows pages in no frame and without scripts', async () => {
    const app = await openApp();
    const page = await app.authorize();

    const response = await fetch(page.url);

    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' \S+; frame-ancestors 'none'/,
    );
  });

  it('lets only the app read the discovery document', async () => {
    const { issuer, appOrigin } = await openApp();
    const read = async (origin: string) => {
      const address = `${issuer}/.well-known/openid-configuration`;
      const response = await fetch(address, { headers: { Origin: origin } });
      return response.headers.get('Access-Control-Allow-Origin');
    };

    expect(await read(appOrigin)).toBe(appOrigin);
    expect(await read('http://elsewhere.example')).toBeNull();
  });
});
