import { openPopup } from './popup-window';

/** A window that opens popups, and the place of this one on the screen. */
function setupParent(opened: { closed: boolean } | null = { closed: false }) {
  const asked: Record<string, number>[] = [];
  const open = (_url: string, _name: string, features: string): typeof opened => {
    const pairs = features.split(', ').map((pair) => pair.split('='));
    asked.push(Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)])) as never);
    return opened;
  };
  const parent = { open, screenX: 100, screenY: 50, outerWidth: 1083, outerHeight: 1000 };
  return { asked, parent: parent as unknown as Window };
}

it.each([
  [{}, { width: 483, height: 600, left: 400, top: 250 }],
  [{ popupSize: { width: 300, height: 200 } }, { width: 300, height: 200, left: 491.5, top: 450 }],
  [{ popupPosition: { left: 0, top: 0 } }, { width: 483, height: 600, left: 0, top: 0 }],
  [
    { popupSize: { width: 0, height: 0 }, popupPosition: { left: 7, top: 9 } },
    { width: 0, height: 0, left: 7, top: 9 },
  ],
])('with %j asks for %j', (attributes, features) => {
  const { asked, parent } = setupParent();
  openPopup('about:blank', 'msal.c1', attributes, parent);

  expect(asked).toEqual([expect.objectContaining(features)]);
});

it.each([null, { closed: true }])('says that %j is a popup that was blocked', (opened) => {
  expect(openPopup('about:blank', 'msal.c1', {}, setupParent(opened).parent)).toBeNull();
});
