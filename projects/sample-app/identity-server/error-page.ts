import type { KoaContextWithOIDC } from 'oidc-provider';
import { html } from './html';
import { showPage } from './page';

export interface ErrorPage {
  /** An OAuth error code. */
  readonly error: string;
  readonly description: string | undefined;
  readonly appOrigin: string;
}

/** For errors that cannot be reported to the app, because it is not certain that the request is its own. */
export function showErrorPage(ctx: KoaContextWithOIDC, page: ErrorPage): void {
  const { error, description, appOrigin } = page;
  showPage(ctx, {
    title: 'That did not work',
    content: html`<p><code>${error}</code>${description && `: ${description}`}</p>
      <p><a href="${appOrigin}">Back to the app</a></p>`,
    appOrigin,
  });
}
