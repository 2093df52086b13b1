import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

const SCHEMES = ['system', 'light', 'dark'] as const;
const KEY = 'color-scheme';

/** Follows the system's setting, or what was chosen instead. */
export type Scheme = (typeof SCHEMES)[number];

/** Light or dark, kept for the next visit. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #current = signal(readScheme());

  readonly current = this.#current.asReadonly();
  /** What {@link toggle} would change to. */
  readonly next = computed(
    () => SCHEMES[(SCHEMES.indexOf(this.#current()) + 1) % SCHEMES.length] ?? 'system',
  );

  constructor() {
    effect(() => {
      const scheme = this.#current();
      this.#root.style.colorScheme = scheme === 'system' ? '' : scheme;
    });
  }

  /** Goes from system to light, to dark, and back to system. */
  toggle(): void {
    const scheme = this.next();
    this.#current.set(scheme);
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // Then it is forgotten with the page.
    }
  }
}

function readScheme(): Scheme {
  try {
    const stored = localStorage.getItem(KEY);
    return SCHEMES.find((scheme) => scheme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}
