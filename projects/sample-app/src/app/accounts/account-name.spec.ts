import { accountName, initials } from './account-name';

describe('accountName', () => {
  it('is the name of the person', () => {
    expect(accountName({ name: 'Ada Lovelace', username: 'ada@mail.example' })).toBe(
      'Ada Lovelace',
    );
  });

  it.each([{}, { name: '' }])('is the user name where the provider sent no name: %o', (name) => {
    expect(accountName({ ...name, username: 'ada@mail.example' })).toBe('ada@mail.example');
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Alan Mathison Turing', 'AT'],
    ['ada', 'A'],
    ['alan@mail.example', 'AE'],
    ['', ''],
  ])('of "%s" are "%s"', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
