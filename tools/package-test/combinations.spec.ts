import { nameOf, readOptions } from './combinations.mjs';

describe('the options of npm run test:package', () => {
  const combinations = (...args: string[]) => readOptions(args).combinations.map(nameOf);

  it('try one combination, the one of this workspace, when there are none', () => {
    expect(combinations()).toEqual(['Angular 21 with msal-browser 5']);
  });

  it('choose another one', () => {
    expect(combinations('--angular', '22', '--msal', '4')).toEqual([
      'Angular 22 with msal-browser 4',
    ]);
    expect(combinations('--msal-angular')).toEqual([
      'Angular 21 with msal-browser 5 and msal-angular',
    ]);
    expect(combinations('--karma')).toEqual(['Angular 21 with msal-browser 5, tested by Karma']);
  });

  it('choose every Angular with every MSAL', () => {
    expect(combinations('--all')).toEqual(
      ['21', '22'].flatMap((angular) => [
        `Angular ${angular} with msal-browser 3`,
        `Angular ${angular} with msal-browser 4`,
        `Angular ${angular} with msal-browser 5`,
        `Angular ${angular} with msal-browser 5 and msal-angular, tested by Karma`,
      ]),
    );
  });

  it.each([
    { args: ['--angular', '20'], message: /^--angular takes 21, 22, not "20"/ },
    { args: ['--msal', 'x'], message: /^--msal takes 3, 4, 5, not "x"/ },
    { args: ['--msal', '4', '--msal-angular'], message: /^--msal-angular is for --msal 5/ },
    { args: ['--al'], message: /^Unknown option '--al'/ },
  ])('are explained when they are wrong: $args', ({ args, message }) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
