import { createHash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { Html, html } from './html';
import { STYLE } from './page-style';

export interface Page {
  readonly title: string;
  readonly content: Html;
  /** The only other place that a form on the page may lead to. */
  readonly appOrigin: string;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

// Put together here because white space added to the template would change the hash.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

const LOGO = html`<svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
  <path d="M16 2 28 7v8c0 7-5 12.5-12 15C9 27.5 4 22 4 15V7z" />
  <circle cx="16" cy="13" r="3.5" />
  <path class="key" d="M16 16v7m0-3h3" />
</svg>`;

/** Answers with a page in the layout that all pages share: no script, nothing from elsewhere, in no frame. */
export function showPage(ctx: KoaContextWithOIDC, { title, content, appOrigin }: Page): void {
  ctx.type = 'html';
  ctx.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'sha256-${STYLE_HASH}'`,
      `form-action 'self' ${appOrigin}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  });
  ctx.body = layout(title, content).markup;
}

function layout(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Demo identity server</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <header>${LOGO}<span>Demo identity server</span></header>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
