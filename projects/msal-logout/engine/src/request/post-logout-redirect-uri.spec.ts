import { postLogoutRedirectUri } from './post-logout-redirect-uri';

const PAGE = 'https://app.example/mail/inbox?q=1#top';

it.each([
  // requested, configured, sent
  ['https://a.example/x', 'https://b.example', 'https://a.example/x'],
  ['https://a.example', undefined, 'https://a.example'],
  [undefined, 'https://b.example', 'https://b.example'],
  ['', 'https://b.example', 'https://b.example'],
  [null, 'https://b.example', null],
  [undefined, null, null],
  ['', null, null],
  ['/bye', null, 'https://app.example/bye'],
  [undefined, undefined, 'https://app.example/mail/inbox'],
  [undefined, '', 'https://app.example/mail/inbox'],
  ['/bye?z=1', undefined, 'https://app.example/bye?z=1'],
  ['bye', undefined, 'https://app.example/mail/bye'],
  ['./bye', undefined, 'https://app.example/mail/bye'],
  [undefined, '/bye', 'https://app.example/bye'],
  // Absolute for whoever reads it alone, a path for the browser on this page.
  ['https:evil.example', undefined, 'https://app.example/mail/evil.example'],
  [undefined, 'https:/evil.example', 'https://app.example/evil.example'],
])('requested %p, configured %p: sends %p', (requested, configured, sent) => {
  expect(postLogoutRedirectUri(requested, configured, PAGE)).toBe(sent);
});
