import fc from 'fast-check';
import { decodeState, encodeState } from './library-state';

it('brings arbitrary user state back', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.constantFrom('redirect' as const, 'popup' as const),
      fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
      (id, interactionType, userState) => {
        const state = { id, interactionType, ...(userState !== undefined && { userState }) };
        expect(decodeState(encodeState(state))).toEqual(state);
      },
    ),
  );
});

it('has the form that MSAL gives its own state', () => {
  const [library = '', user] = encodeState({
    id: 'i',
    interactionType: 'popup',
    userState: 'mine',
  }).split('|');
  expect(JSON.parse(atob(library))).toEqual({ id: 'i', meta: { interactionType: 'popup' } });
  expect(user).toBe('mine');
});

it.each([
  '',
  'x',
  '|',
  btoa('null'),
  btoa('{"id":1}'),
  btoa('{"id":1,"meta":{"interactionType":"popup"}}'),
  btoa('{"id":"i","meta":{}}'),
  '💥|x',
])('does not take %p for a state of its own', (state) => {
  expect(decodeState(state)).toBeNull();
});
