import { Logger } from './logger';

function setupLogger(logLevel?: number) {
  const lines: unknown[] = [];
  const loggerCallback = (...line: unknown[]): void => void lines.push(line);
  const logger = new Logger({ loggerCallback, ...(logLevel !== undefined && { logLevel }) });
  logger.warning('mind');
  logger.info('by the way');
  return lines;
}

const WARNING = [1, '[msal-logout] mind', false];
const INFO = [2, '[msal-logout] by the way', false];

it.each([
  ['everything up to information by default', undefined, [WARNING, INFO]],
  ['errors only', 0, []],
  ['warnings', 1, [WARNING]],
  ['information', 2, [WARNING, INFO]],
  ['everything', 4, [WARNING, INFO]],
])('writes %s, without a name', (_, logLevel, lines) => {
  expect(setupLogger(logLevel)).toEqual(lines);
});

it('stops nothing where there is no log, or one that fails', () => {
  const fails = (): never => {
    throw new Error('full');
  };

  expect(() => new Logger({}).warning('mind')).not.toThrow();
  expect(() => new Logger({ loggerCallback: fails }).warning('mind')).not.toThrow();
});
