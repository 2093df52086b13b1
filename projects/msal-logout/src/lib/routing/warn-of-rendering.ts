import type { Router } from '@angular/router';

/** Applications, by their router, that have been warned. A server makes one for each page. */
const warned = new WeakSet<Router>();

/** Warns the developer, once for each page, that a server renders a guarded page for anybody who asks for it. */
export function warnOfRendering(router: Router): void {
  if (warned.has(router)) return;
  warned.add(router);
  const url = router.currentNavigation()?.extractedUrl.toString() ?? '';
  // Not an error: a server may have checked by itself who asks.
  // eslint-disable-next-line no-console
  console.warn(
    `[msal-logout] A server renders ${url}, where msalLogoutGuard lets everybody pass: it knows nobody there. ` +
      'Give the route RenderMode.Client in the server routes.',
  );
}
