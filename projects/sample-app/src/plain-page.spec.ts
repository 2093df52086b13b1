import { showPlainPage } from './plain-page';

describe('showPlainPage', () => {
  beforeEach(() => document.body.replaceChildren('One moment…'));

  it('says what went wrong, and leads home', () => {
    showPlainPage({ title: 'No answer', text: 'Start it.', cause: new Error('Failed to fetch') });

    expect(document.body.textContent).toBe('No answerStart it.Failed to fetchGo to the home page');
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/');
  });

  it('leaves a window alone that is being closed', () => {
    Object.defineProperty(window, 'closed', { value: true });

    showPlainPage({ title: 'No answer', text: 'Start it.' });

    expect(document.body.textContent).toBe('One moment…');
  });
});
