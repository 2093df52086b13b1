import type { Page, Request } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER } from './addresses';

/** The end-session requests that any page of the browser sends from now on. */
export function endSessionRequests(page: Page): readonly Request[] {
  const requests: Request[] = [];
  page.context().on('request', (request) => {
    if (request.url().startsWith(`${HARNESS_IDENTITY_SERVER}/session/end?`)) requests.push(request);
  });
  return requests;
}
