/** What a page says that is shown without Angular. */
export interface PlainPage {
  readonly title: string;
  readonly text: string;
  /** What went wrong; its message is shown in small print. */
  readonly cause?: unknown;
}

/** Replaces the whole page by a few lines of text and a link home: for when the app cannot run. */
export function showPlainPage({ title, text, cause }: PlainPage): void {
  // The popup of a sign-out is closed while it still loads, and what it loads then fails.
  if (window.closed) return;

  const page = element('main', '');
  page.className = 'plain-page';
  page.setAttribute('role', 'alert');
  page.append(element('h1', title), element('p', text));
  if (cause instanceof Error) page.append(element('pre', cause.message));

  const home = element('a', 'Go to the home page');
  home.setAttribute('href', '/');
  page.append(home);

  document.title = title;
  document.body.replaceChildren(page);
}

function element(name: string, text: string): HTMLElement {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
