import { TestBed } from '@angular/core/testing';
import { EventType, MsalBroadcastService, type MsalLogoutEvent } from 'msal-logout';
import { Subject } from 'rxjs';

import { EventLog } from './event-log';

describe('EventLog', () => {
  beforeEach(() => sessionStorage.clear());

  it('keeps type, time and correlation id of each event, in order', () => {
    const { log, emit } = openPage();

    emit(EventType.LOGOUT_START, 1000);
    emit(EventType.LOGOUT_SUCCESS, 1002);

    expect(log.entries()).toEqual([
      { eventType: 'msal:logoutStart', correlationId: 'c-1', timestamp: 1000 },
      { eventType: 'msal:logoutSuccess', correlationId: 'c-1', timestamp: 1002 },
    ]);
  });

  it('goes on where it was when the page comes back', () => {
    openPage().emit(EventType.LOGOUT_START, 1000);

    const { log, emit } = openPage();
    emit(EventType.LOGOUT_END, 5000);

    expect(log.entries().map(({ eventType }) => eventType)).toEqual([
      'msal:logoutStart',
      'msal:logoutEnd',
    ]);
  });

  it('writes nothing about people', () => {
    openPage().emit(EventType.LOGOUT_START, 1000);

    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('ada');
  });

  it('is stored where a logout of MSAL itself does not reach', () => {
    openPage().emit(EventType.LOGOUT_START, 1000);

    expect(Object.keys(sessionStorage)).toEqual([expect.not.stringMatching(/msal|sample-app/)]);
  });

  it('is empty after clearing, on the next page too', () => {
    const { log, emit } = openPage();
    emit(EventType.LOGOUT_START, 1000);

    log.clear();

    expect(log.entries()).toEqual([]);
    expect(openPage().log.entries()).toEqual([]);
  });

  it('drops the oldest of more than 200 events', () => {
    const { log, emit } = openPage();

    for (let time = 1; time <= 201; time++) emit(EventType.LOGOUT_START, time);

    expect(log.entries()).toHaveLength(200);
    expect(log.entries()[0]?.timestamp).toBe(2);
  });
});

/** A page load in one and the same tab. */
function openPage() {
  const events$ = new Subject<MsalLogoutEvent>();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [{ provide: MsalBroadcastService, useValue: { events$ } }],
  });
  const log = TestBed.inject(EventLog);
  const emit = (
    eventType: 'msal:logoutStart' | 'msal:logoutSuccess' | 'msal:logoutEnd',
    timestamp: number,
  ) =>
    events$.next({
      eventType,
      timestamp,
      correlationId: 'c-1',
      interactionType: 'redirect',
      local: 'cleared',
      accounts: [
        { homeAccountId: 'ada', localAccountId: 'ada', environment: 'login.example', tenantId: '' },
      ],
    });
  return { log, emit };
}
