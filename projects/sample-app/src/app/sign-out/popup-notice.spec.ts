import { TestBed } from '@angular/core/testing';
import { EventType, MsalBroadcastService } from 'msal-logout';
import { Subject } from 'rxjs';

import { PopupNotice } from './popup-notice';

describe('PopupNotice', () => {
  it('says nothing before a popup has opened', () => {
    expect(setup().text()).toBe('');
  });

  it('points to the popup while it is open', () => {
    const { emit, text, button, popupWindow } = setup();

    emit(EventType.POPUP_OPENED);
    button()?.click();

    expect(text()).toContain('Waiting for the small window');
    expect(popupWindow.focus).toHaveBeenCalledTimes(1);
  });

  it('is gone with the sign-out', () => {
    const { emit, text } = setup();

    emit(EventType.POPUP_OPENED);
    emit(EventType.LOGOUT_END);

    expect(text()).toBe('');
  });
});

function setup() {
  const events$ = new Subject<{ eventType: string; popupWindow: { focus: () => void } }>();
  TestBed.configureTestingModule({
    providers: [{ provide: MsalBroadcastService, useValue: { on: () => events$ } }],
  });
  const fixture = TestBed.createComponent(PopupNotice);
  const element = fixture.nativeElement as HTMLElement;
  const popupWindow = { focus: jest.fn() };
  const emit = (eventType: string) => {
    events$.next({ eventType, popupWindow });
    TestBed.tick();
  };
  TestBed.tick();
  return {
    emit,
    popupWindow,
    button: () => element.querySelector('button'),
    text: () => element.textContent.trim(),
  };
}
