/** The style of every page. Sent inline: its hash is in the Content-Security-Policy. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --surface: #ffffff;
  --background: #eef1f8;
  --text: #1b2033;
  --quiet: #59607a;
  --line: #cdd3e4;
  --hover: #f3f5fc;
  --accent: #3448c5;
  --on-accent: #ffffff;
  --good: #1a6b3c;
  --good-surface: #e0f3e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #1d2233;
    --background: #12151f;
    --text: #eceffa;
    --quiet: #a5aecb;
    --line: #3b4360;
    --hover: #272d43;
    --accent: #a9b6ff;
    --on-accent: #12151f;
    --good: #9be3b6;
    --good-surface: #173526;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 1rem;
  background: var(--background);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
}
main {
  width: min(26rem, 100%);
  padding: 2rem;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--surface);
  box-shadow: 0 1rem 3rem rgb(10 20 60 / 0.08);
}
header { display: flex; align-items: center; gap: 0.6rem; color: var(--quiet); font-size: 0.9rem; }
h1 { margin: 1.25rem 0 0.25rem; font-size: 1.5rem; line-height: 1.25; }
p, legend { margin: 0 0 1.25rem; padding: 0; color: var(--quiet); overflow-wrap: anywhere; }
p:last-child { margin-bottom: 0; }
a { color: var(--accent); }
.logo { fill: var(--accent); }
.logo circle { fill: var(--surface); }
.logo .key { fill: none; stroke: var(--surface); stroke-width: 2; stroke-linecap: round; }
fieldset { margin: 0; padding: 0; border: 0; }
.choices { display: grid; gap: 0.75rem; }
.choice {
  display: flex;
  align-items: center;
  gap: 0.9rem;
  width: 100%;
  padding: 0.8rem 0.9rem;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}
.choice:hover { border-color: var(--accent); background: var(--hover); }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
.avatar {
  flex: none;
  display: grid;
  place-items: center;
  width: 2.75rem;
  height: 2.75rem;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.name { display: grid; flex: 1; min-width: 0; font-weight: 600; }
.name small { color: var(--quiet); font-size: 0.875rem; font-weight: 400; overflow-wrap: anywhere; }
.badge {
  flex: none;
  padding: 0.1rem 0.6rem;
  border-radius: 1rem;
  background: var(--good-surface);
  color: var(--good);
  font-size: 0.8rem;
}
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
.button {
  flex: 1;
  padding: 0.65rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.6rem;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.button:hover { border-color: var(--accent); }
.button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.button.primary:hover { filter: brightness(1.1); }
:focus-visible, .choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
`;
