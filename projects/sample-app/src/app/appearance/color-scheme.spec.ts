import { TestBed } from '@angular/core/testing';

import { ColorScheme } from './color-scheme';

describe('ColorScheme', () => {
  beforeEach(() => localStorage.clear());

  it('follows the system until something else is chosen', () => {
    expect(visit().shown()).toBe('');
  });

  it('goes from system to light, to dark, and back', () => {
    const { colorScheme, shown } = visit();

    const seen = [1, 2, 3].map(() => {
      colorScheme.toggle();
      return shown();
    });

    expect(seen).toEqual(['light', 'dark', '']);
  });

  it('is the same on the next visit', () => {
    visit().colorScheme.toggle();

    expect(visit().shown()).toBe('light');
  });

  it('takes no value from the storage that it does not know', () => {
    visit().colorScheme.toggle();
    localStorage.setItem(localStorage.key(0) ?? '', 'purple');

    expect(visit().shown()).toBe('');
  });
});

function visit() {
  TestBed.resetTestingModule();
  const colorScheme = TestBed.inject(ColorScheme);
  const shown = () => {
    TestBed.tick();
    return document.documentElement.style.colorScheme;
  };
  return { colorScheme, shown };
}
