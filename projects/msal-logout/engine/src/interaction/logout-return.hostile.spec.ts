import { WebStorageJournal } from '../sign-outs/web-storage-journal';
import { encodeState } from '../request/library-state';
import { HOSTILE_URIS } from '../testing/hostile-uris';
import { entryOf } from '../testing/journal-entry';
import { completeLogout } from './logout-return';

const JOURNAL = 'end-session.journal.';
const ENTRY = entryOf();

/** What the page is, apart from its address. */
function pageNow() {
  const { length, state } = window.history;
  return { html: document.documentElement.outerHTML, length, state: state as unknown };
}

let closed = 0;

beforeEach(() => {
  closed = 0;
  window.close = () => {
    closed++;
  };
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  new WebStorageJournal().write(ENTRY);
});

/** Arrives at `address` of this origin, and completes a sign-out there if there is one. */
async function arriveAt(address: string) {
  window.history.replaceState({ router: 1 }, '', address);
  const before = pageNow();
  const returned = await completeLogout();
  expect(pageNow()).toEqual(before);
  expect(window.location.origin).toBe('http://localhost');
  expect({}).not.toHaveProperty('pwned');
  return returned;
}

/** Also what `encodeURIComponent` refuses, a lone surrogate. */
const encoded = (uri: string): string => new URLSearchParams({ x: uri }).toString().slice(2);
const library = (json: string): string => btoa(json);
const nested = (depth: number): string =>
  `${'{"meta":'.repeat(depth)}{"interactionType":"redirect"}${'}'.repeat(depth)}`;

const FORGED: Readonly<Record<string, string>> = {
  nothing: '',
  'a separator': '|',
  'separators only': '|'.repeat(10_000),
  'no Base64': '%%%',
  'Base64 of nothing': library(''),
  'no object': library('7'),
  null: library('null'),
  'an array': library('["s-1"]'),
  'no meta': library('{"id":"s-1"}'),
  'a meta of null': library('{"id":"s-1","meta":null}'),
  'another interaction': library('{"id":"s-1","meta":{"interactionType":"silent"}}'),
  'an id that is a list': library('{"id":["s-1"],"meta":{"interactionType":"redirect"}}'),
  'an id that is an object': library(
    '{"id":{"toString":"s-1"},"meta":{"interactionType":"redirect"}}',
  ),
  'members behind __proto__': library(
    '{"__proto__":{"id":"s-1","meta":{"interactionType":"redirect"},"pwned":1}}',
  ),
  'members behind constructor': library('{"constructor":{"prototype":{"pwned":1}},"id":"s-1"}'),
  'a meta behind __proto__': library(
    '{"id":"s-1","meta":{"__proto__":{"interactionType":"redirect","pwned":1}}}',
  ),
  'the id __proto__': encodeState({ id: '__proto__', interactionType: 'redirect' }),
  'an unknown id': encodeState({ id: 's-2', interactionType: 'redirect' }),
  'an unknown id, for a popup': encodeState({ id: 's-2', interactionType: 'popup' }),
  'an id with the key in it': encodeState({ id: `${JOURNAL}s-1`, interactionType: 'redirect' }),
  'an id that is almost right': encodeState({ id: 's-1 ', interactionType: 'redirect' }),
  'an id that is very long': encodeState({ id: 's-1'.repeat(10_000), interactionType: 'popup' }),
  'very long text': 'A'.repeat(200_000),
  'deep nesting': library(nested(10_000)),
  'markup in the id': encodeState({
    id: '<img src=x onerror=alert(1)>',
    interactionType: 'redirect',
  }),
};

it.each(Object.entries(FORGED))('a state with %s is no return', async (_, state) => {
  const address = `http://localhost/signed-out?state=${encodeURIComponent(state)}#top`;

  expect(await arriveAt(address)).toBeNull();
  expect(window.location.href).toBe(address);
  expect(new WebStorageJournal().find('s-1')).toEqual(ENTRY);
  expect(closed).toBe(0);
});

it.each(Object.entries(HOSTILE_URIS))('a state that is %s is no return', async (_, uris) => {
  for (const uri of uris) {
    const state = encoded(uri);

    expect(await arriveAt(`/signed-out?state=${state}&x=${state}#${state}`)).toBeNull();
    expect(window.location.search).toContain('state=');
  }
});

it.each(Object.entries(HOSTILE_URIS))('a return with %s beside its state', async (_, uris) => {
  const known = encodeURIComponent(encodeState({ id: 's-1', interactionType: 'redirect' }));
  for (const uri of uris) {
    localStorage.clear();
    new WebStorageJournal().write(ENTRY);
    const other = encoded(uri);

    expect(await arriveAt(`/signed-out?x=${other}&state=${known}#${other}`)).not.toBeNull();
    const address = new URL(`http://localhost/signed-out?x=${other}#${other}`);
    expect(window.location.href).toBe(address.href);
  }
});

it.each(['//evil.example/', '//evil.example', '///', '/\\evil.example/', '/.//evil.example'])(
  'a return to the path %p stays on this origin',
  async (path) => {
    const state = encodeURIComponent(encodeState({ id: 's-1', interactionType: 'redirect' }));

    expect(await arriveAt(`http://localhost${path}?state=${state}`)).not.toBeNull();
    expect(window.location.href).toBe(new URL(`http://localhost${path}`).href);
  },
);

it('the state of the application comes back as text', async () => {
  const userState = '<script>pwned=1</script>|javascript:pwned=1';
  const state = encodeState({ id: 's-1', interactionType: 'redirect', userState });
  const returned = await arriveAt(`/signed-out?state=${encodeURIComponent(state)}`);

  expect(returned?.result.state).toBe(userState);
});

it.each([
  ['no JSON', '<script>'],
  ['a list', '[]'],
  ['null', 'null'],
  ['another id', JSON.stringify(entryOf({ stateId: 's-2' }))],
  ['members behind __proto__', `{"__proto__":${JSON.stringify(ENTRY)}}`],
  ['accounts that are none', JSON.stringify({ ...ENTRY, accounts: [{ name: 'Ada' }] })],
  ['a time that is none', JSON.stringify({ ...ENTRY, startedAt: '<b>' })],
  ['a position that is none', JSON.stringify({ ...ENTRY, order: '<b>' })],
])('an entry of the journal that has %s makes no return', async (_, entry) => {
  localStorage.setItem(`${JOURNAL}s-1`, entry);
  const state = encodeState({ id: 's-1', interactionType: 'redirect' });

  expect(await arriveAt(`/signed-out?state=${encodeURIComponent(state)}`)).toBeNull();
});
