/** @jest-environment node */
import { html } from './html';

describe('html', () => {
  it('escapes what is filled in', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}</p>`.markup).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;</p>',
    );
  });

  it('leaves markup as it is, alone and in lists', () => {
    expect(html`${html`<i></i>`}${[html`<b></b>`, html`<u></u>`]}`.markup).toBe(
      '<i></i><b></b><u></u>',
    );
  });

  it('shows nothing for undefined', () => {
    expect(html`a${undefined}b`.markup).toBe('ab');
  });
});
