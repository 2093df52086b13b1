import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fakeAccount, MsalLogoutHarness, provideMsalLogoutTesting } from 'msal-logout/testing';

import { provideIcons } from '../icons/provide-icons';
import { InterruptedNotice } from './interrupted-notice';

describe('InterruptedNotice', () => {
  it('says nothing while nothing is interrupted', async () => {
    const { text } = await setup();

    expect(text()).toBe('');
  });

  it('finishes the sign-out', async () => {
    const { harness, click, text } = await setup();
    await harness.interrupt(fakeAccount('Ada Lovelace'));
    await click('resume');

    expect(harness.navigations).toHaveLength(1);
    expect(text()).toBe('');
  });

  it('goes away when it is dismissed', async () => {
    const { harness, click, text } = await setup();
    await harness.interrupt(fakeAccount('Ada Lovelace'));
    await click('dismiss');

    expect(text()).toBe('');
    expect(harness.navigations).toEqual([]);
  });
});

async function setup() {
  TestBed.configureTestingModule({
    providers: [provideIcons(), provideRouter([]), provideMsalLogoutTesting()],
  });
  const harness = TestBed.inject(MsalLogoutHarness);
  const fixture = TestBed.createComponent(InterruptedNotice);
  const element = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();

  const click = async (testId: string): Promise<void> => {
    await fixture.whenStable();
    const button = element.querySelector<HTMLButtonElement>(`[data-testid="${testId}"]`);
    if (!button) throw new Error(`There is no button to ${testId}`);
    button.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return { harness, click, text: () => element.textContent.trim() };
}
