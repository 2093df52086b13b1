import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FENCE = '```';

/** What the check says of a document with this text, line by line, and how it exits. */
function check(markdown: string): { readonly code: number | null; readonly errors: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const document = join(folder, 'page.md');
  writeFileSync(document, markdown);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'check-snippets.mjs'), document],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  const errors = stderr.split('\n').filter(Boolean);
  return { code: status, errors: errors.map((error) => error.replace(document, 'page.md')) };
}

describe('the check of the snippets', () => {
  it('tells what does not compile, by the line of the document', () => {
    const { code, errors } = check(`# Page

<!-- unseen.ts
export const port: string = 4200;
-->

${FENCE}ts
// shown.ts
export const host = 'app.example';
${FENCE}

1. In a list:

   <!-- compiled with
   import { host } from './shown';
   import { port } from './unseen';
   -->

   ${FENCE}ts
   console.log(host, port);
   console.log(nobody);
   ${FENCE}

${FENCE}ts
// button.ts
import { Component } from '@angular/core';

@Component({ selector: 'app-button', template: '<button (click)="press()">Press</button>' })
export class Button {}
${FENCE}
`);

    expect(code).toBe(1);
    expect(errors.sort()).toEqual([
      "page.md:21 Cannot find name 'nobody'.",
      "page.md:28 Property 'press' does not exist on type 'Button'.",
      "page.md:4 Type 'number' is not assignable to type 'string'.",
    ]);
  });

  it('is content with a snippet that compiles with what stands unseen above it', () => {
    const { code, errors } = check(`
<!-- compiled with
const host = 'app.example';
-->

${FENCE}ts
console.log(host.length);
${FENCE}
`);

    expect(errors).toEqual([]);
    expect(code).toBe(0);
  });
});
