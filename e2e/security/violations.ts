import type { BrowserContext } from '@playwright/test';

declare global {
  interface Window {
    reportViolation(violation: string): void;
  }
}

/** What breaks the Content-Security-Policy from now on, on every page, popup and frame, as the browser reports it. */
export async function violations(context: BrowserContext): Promise<readonly string[]> {
  const found: string[] = [];
  await context.exposeBinding('reportViolation', (_, violation: string) => found.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, documentURI } = event;
      window.reportViolation(`${effectiveDirective} ${blockedURI} at ${documentURI}`);
    });
  });
  // A popup may be gone before it can report.
  context.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) found.push(message.text());
  });
  return found;
}
