import { BlankPopup } from './blank-popup';

/** A popup that notes where it is sent, and whether it is closed. */
function setupPopup() {
  const sentTo: string[] = [];
  const popup = {
    closed: false,
    sessionStorage: { clear: () => undefined },
    location: { replace: (url: string) => sentTo.push(url) },
    close: () => (popup.closed = true),
  };
  return { popup, sentTo, blank: new BlankPopup(popup as never as Window) };
}

const endPage = (): boolean => window.dispatchEvent(new Event('pagehide'));

it('goes with the page while it is blank', () => {
  const { popup } = setupPopup();
  endPage();

  expect(popup.closed).toBe(true);
});

it('stays where it is when the page goes after it has left', () => {
  const { popup, sentTo, blank } = setupPopup();
  blank.leave('https://id.example/end');
  endPage();

  expect(sentTo).toEqual(['https://id.example/end']);
  expect(popup.closed).toBe(false);
});

it('takes nothing along of what it has copied of this tab', () => {
  const { popup, blank } = setupPopup();
  const clear = jest.spyOn(popup.sessionStorage, 'clear');
  blank.leave('https://id.example/end');

  expect(clear).toHaveBeenCalledTimes(1);
});

it('is closed when it is asked to, also after it has left', () => {
  const { popup, blank } = setupPopup();
  blank.leave('https://id.example/end');
  blank.close();

  expect(popup.closed).toBe(true);
});
