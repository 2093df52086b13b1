import type { SchematicContext } from '@angular-devkit/schematics';

/** What the user is told in the end. */
export class Report {
  readonly #done: string[] = [];
  readonly #left: string[] = [];

  /** Something that has been added, or was there. */
  did(what: string): void {
    this.#done.push(what);
  }

  /** Something that the user has to do. */
  leaves(what: string): void {
    this.#left.push(what);
  }

  print(logger: SchematicContext['logger']): void {
    logger.info(['', 'msal-logout:', ...this.#done.map((what) => `  ✓ ${what}`)].join('\n'));
    if (this.#left.length === 0) return;
    const steps = this.#left.map((what, index) => `  ${index + 1}. ${indent(what)}`);
    logger.info(['', 'Left to do:', ...steps, ''].join('\n'));
  }
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n     ');
}
