import { readStartOptions } from './start-options.mjs';

describe('the options of npm start', () => {
  it('are two ports that go well together when there are none', () => {
    expect(readStartOptions([], {})).toEqual({
      port: 4200,
      identityPort: 4210,
      watch: true,
      verbose: false,
    });
  });

  it('may come from the environment', () => {
    expect(readStartOptions([], { PORT: '4300', IDENTITY_PORT: '4310' })).toMatchObject({
      port: 4300,
      identityPort: 4310,
    });
  });

  it('count more on the command line', () => {
    const options = readStartOptions(['--port', '4400', '--no-watch'], { PORT: '4300' });
    expect(options).toMatchObject({ port: 4400, identityPort: 4210, watch: false });
  });

  it.each([
    { args: ['--port', 'abc'], message: /^--port takes a number from 1 to 65535, not "abc"/ },
    { args: ['--port', '65536'], message: /^--port takes a number/ },
    { args: ['--identity-port', '0'], message: /^--identity-port takes a number/ },
    { args: ['--port'], message: /argument missing/ },
    { args: ['--prot', '4300'], message: /^Unknown option '--prot'/ },
    { args: ['--port', '4210'], message: /cannot both be 4210/ },
  ])('are explained when they are wrong: $args', ({ args, message }) => {
    expect(() => readStartOptions(args, {})).toThrow(message);
  });
});
