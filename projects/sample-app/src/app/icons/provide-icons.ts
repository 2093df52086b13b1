import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';

/** Strokes on a 24 by 24 grid. */
const PATHS = {
  alert: 'M12 8v5 M12 16.2v.1 M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12 M18 6L6 18',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  events: 'M4 6h2 M10 6h10 M4 12h2 M10 12h10 M4 18h2 M10 18h10',
  expand: 'M7 10l5 5 5-5',
  here: 'M4 5h16v11H4z M9 20h6 M12 16v4 M9 10.5l2.2 2.2 4-4',
  inbox: 'M4 13l3-8h10l3 8v6H4z M4 13h5l1.5 2.5h3L15 13h5',
  light:
    'M8 12a4 4 0 1 0 8 0 4 4 0 0 0-8 0 M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2 M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M18.7 5.3l-1.4 1.4 M6.7 17.3l-1.4 1.4',
  mail: 'M4 6h16v12H4z M4 7l8 6.5L20 7',
  'person-add':
    'M7 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 0 0-7 0 M4 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6 M19 7v6 M16 10h6',
  popup: 'M9 15H4V5h12v4 M10 10h10v9H10z',
  'sign-in': 'M14 4h5v16h-5 M4 12h11 M11 8l4 4-4 4',
  'sign-out': 'M10 4H5v16h5 M9 12h11 M16 8l4 4-4 4',
  system: 'M4 5h16v11H4z M9 20h6 M12 16v4',
  warning: 'M12 4l9 16H3z M12 10v4.5 M12 17.2v.1',
} as const satisfies Record<string, string>;

/** Makes the icons of this app known to `<mat-icon svgIcon="…">`; nothing is loaded for them. */
export function provideIcons(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const registry = inject(MatIconRegistry);
    const sanitizer = inject(DomSanitizer);
    for (const [name, path] of Object.entries(PATHS)) {
      registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg(path)));
    }
  });
}

function svg(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
}
