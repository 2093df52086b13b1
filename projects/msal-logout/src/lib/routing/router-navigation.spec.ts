import { HashLocationStrategy, LocationStrategy } from '@angular/common';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { NavigationClient } from 'msal-logout/engine';
import { injectNavigation } from './router-navigation';

@Component({ selector: 'lib-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {}

const OPTIONS = { apiId: 962, timeout: 1, noHistory: false };

function setupNavigation(...providers: readonly object[]) {
  const elsewhere: string[] = [];
  const note = (url: string): Promise<boolean> => {
    elsewhere.push(url);
    return Promise.resolve(true);
  };
  const own: NavigationClient = { navigateExternal: note, navigateInternal: note };
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '**', component: Page }]), ...providers],
  });
  const navigation = TestBed.runInInjectionContext(injectNavigation)(own);
  return { navigation, elsewhere, router: TestBed.inject(Router) };
}

it('moves within the application by the Router', async () => {
  const { navigation, elsewhere, router } = setupNavigation();
  await navigation.navigateInternal('http://localhost/bye?from=popup#top', OPTIONS);

  expect(router.url).toBe('/bye?from=popup#top');
  expect(elsewhere).toEqual([]);
});

it('knows hash routes, and what is outside of them', async () => {
  const hash = { provide: LocationStrategy, useClass: HashLocationStrategy };
  const { navigation, elsewhere, router } = setupNavigation(hash);
  await navigation.navigateInternal('http://localhost/#/bye?from=popup', OPTIONS);
  await navigation.navigateInternal('http://localhost/other-page', OPTIONS);

  expect(router.url).toBe('/bye?from=popup');
  expect(elsewhere).toEqual(['http://localhost/other-page']);
});

it('asks for no address before it moves, because the document of a server has none', () => {
  const { baseURI } = document;
  const asked = jest.spyOn(Node.prototype, 'baseURI', 'get').mockReturnValue(baseURI);
  setupNavigation();

  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

it('leaves for elsewhere by the client that it is given', async () => {
  const { navigation, elsewhere } = setupNavigation();
  await navigation.navigateExternal('https://id.example/session/end', OPTIONS);
  await navigation.navigateInternal('https://other.example/', OPTIONS);

  expect(elsewhere).toEqual(['https://id.example/session/end', 'https://other.example/']);
});

it.each([
  ['http://localhost//evil.example/x', '/evil.example/x'],
  ['http://localhost/.//evil.example/x', '/evil.example/x'],
  ['http://localhost/javascript:x', '/javascript:x'],
])('takes the path of %p for a route, and for nothing else', async (address, route) => {
  const { navigation, elsewhere, router } = setupNavigation();
  await navigation.navigateInternal(new URL(address).href, OPTIONS);

  expect(router.url).toBe(route);
  expect(elsewhere).toEqual([]);
});
