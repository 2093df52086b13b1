/** @jest-environment node */
import type { AccessLogEntry } from './access-log';
import type { SampleAppClient } from './testing/sample-app-client';
import { useIdentityServer } from './testing/use-identity-server';

const openApp = useIdentityServer();

/** More than the buffers on the way hold. */
const LARGE = new Uint8Array(64 * 1024 * 1024);

async function readLog(app: SampleAppClient, path: string): Promise<readonly AccessLogEntry[]> {
  const response = await fetch(`${app.issuer}/log`);
  const entries = (await response.json()) as readonly AccessLogEntry[];
  return entries.filter((entry) => entry.path === path);
}

describe('the mail API', () => {
  it('shows people their own messages', async () => {
    const app = await openApp();
    const { access_token } = await app.signIn('alan');

    const response = await app.callApi('/api/inbox', access_token);

    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(app.appOrigin);
    expect(await response.json()).toContainEqual({
      id: 'alan-3',
      from: 'Joan Clarke',
      subject: 'Chess tonight',
      preview: expect.any(String) as string,
      receivedAt: '2026-03-02T17:30:00Z',
    });
  });

  it.each([
    { token: undefined, challenge: 'Bearer' },
    { token: 'made-up', challenge: 'Bearer error="invalid_token"' },
  ])('answers 401 to the token $token', async ({ token, challenge }) => {
    const app = await openApp();

    for (const [path, method] of [
      ['/api/inbox', 'GET'],
      ['/api/slow', 'GET'],
      ['/api/stream', 'GET'],
      ['/api/upload', 'POST'],
    ] as const) {
      const response = await app.callApi(path, token, { method });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toBe(challenge);
    }
  });

  it('wants the scope', async () => {
    const app = await openApp();
    await app.signIn('ada');
    const stop = await app.authorize({ prompt: 'none', scope: 'openid' });
    const { access_token } = await app.redeem(stop);

    expect((await app.callApi('/api/inbox', access_token)).status).toBe(403);
  });

  it('shows everybody what is public', async () => {
    const app = await openApp();

    expect((await app.callApi('/api/public')).status).toBe(200);
  });

  it('allows the app, and no other origin, to send a token', async () => {
    const app = await openApp();
    const preflight = async (origin: string) => {
      const response = await fetch(`${app.issuer}/api/inbox`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'GET' },
      });
      return response.headers.get('Access-Control-Allow-Headers');
    };

    expect(await preflight(app.appOrigin)).toBe('Authorization');
    expect(await preflight('http://elsewhere.example')).toBeNull();
  });

  it('answers slowly, in the time asked for', async () => {
    const app = await openApp();
    const { access_token } = await app.signIn('ada');
    const before = performance.now();

    const response = await app.callApi('/api/slow?seconds=0.2', access_token);

    expect(await response.json()).toEqual({ sub: 'ada', seconds: 0.2 });
    expect(performance.now() - before).toBeGreaterThan(190);
  });

  it('streams slowly, line by line', async () => {
    const app = await openApp();
    const { access_token } = await app.signIn('ada');

    const response = await app.callApi('/api/stream?seconds=0.5', access_token);
    const { value } = (await response.body?.getReader().read()) ?? {};

    const total = Number(response.headers.get('Content-Length'));
    expect(total).toBeGreaterThan(0);
    expect(value?.length).toBeLessThan(total);
  });

  it('reads slowly what is sent', async () => {
    const app = await openApp();
    const { access_token } = await app.signIn('ada');
    const before = performance.now();

    const sent = { method: 'POST', body: new Uint8Array(300_000) };
    const response = await app.callApi('/api/upload?seconds=0.2', access_token, sent);

    expect(await response.json()).toEqual({ received: 300_000 });
    expect(performance.now() - before).toBeGreaterThan(190);
  });
});

describe('the access log', () => {
  it('tells who asked for what, without secrets', async () => {
    const app = await openApp();
    await fetch(`${app.issuer}/log`, { method: 'DELETE' });
    const { access_token } = await app.signIn('ada');
    await app.callApi('/api/inbox?secret=1', access_token);

    expect(await readLog(app, '/api/inbox')).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        method: 'GET',
        path: '/api/inbox',
        status: 200,
        sub: 'ada',
        hasToken: true,
        closedByClient: false,
      },
    ]);
    expect(await readLog(app, '/token')).toMatchObject([{ status: 200, sub: 'ada' }]);
    expect(await readLog(app, '/auth/…')).toMatchObject([{ status: 303, sub: 'ada' }]);
  });

  it('tells apart who calls itself otherwise', async () => {
    const app = await openApp();
    await fetch(`${app.issuer}/log`, { method: 'DELETE' });
    const headers = { 'User-Agent': 'Browser of Ada' };
    await fetch(`${app.issuer}/api/public`, { headers });
    await app.callApi('/api/public');

    const response = await fetch(`${app.issuer}/log?user-agent=Browser+of+Ada`);

    expect(await response.json()).toMatchObject([{ path: '/api/public', hasToken: false }]);
    expect(await readLog(app, '/api/public')).toHaveLength(2);
  });

  it('notices a client that leaves before the answer', async () => {
    const app = await openApp();
    const { access_token } = await app.signIn('ada');
    const leaving = AbortSignal.timeout(200);
    await fetch(`${app.issuer}/log`, { method: 'DELETE' });

    await app.callApi('/api/slow', access_token, { signal: leaving }).catch(() => undefined);
    await app.callApi('/api/slow?seconds=0.1', access_token);

    expect(await readLog(app, '/api/slow')).toMatchObject([
      { status: null, sub: 'ada', closedByClient: true },
      { status: 200, sub: 'ada', closedByClient: false },
    ]);
  });

  it.each([
    { path: '/api/stream', init: { method: 'GET' }, status: 200 },
    { path: '/api/upload', init: { method: 'POST', body: LARGE }, status: null },
  ])('notices a client that leaves in the middle of $path', async ({ path, init, status }) => {
    const app = await openApp();
    const { access_token } = await app.signIn('ada');
    const leaving = AbortSignal.timeout(200);
    await fetch(`${app.issuer}/log`, { method: 'DELETE' });

    const response = app.callApi(`${path}?seconds=1`, access_token, { ...init, signal: leaving });
    await response.then((started) => started.text()).catch(() => undefined);

    let entries: readonly AccessLogEntry[] = [];
    while (entries.length === 0) entries = await readLog(app, path);
    expect(entries).toMatchObject([{ status, sub: 'ada', closedByClient: true }]);
  });
});
