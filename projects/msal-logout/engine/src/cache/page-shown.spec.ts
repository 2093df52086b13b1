import { onPageShown } from './page-shown';

it.each([
  ['pageshow', window],
  ['focus', window],
  ['visibilitychange', document],
  ['resume', document],
] as const)('tells %s until it is stopped', (type, target) => {
  const listener = jest.fn();
  const stop = onPageShown(listener);

  target.dispatchEvent(new Event(type));
  expect(listener).toHaveBeenCalledTimes(1);

  stop();
  target.dispatchEvent(new Event(type));
  expect(listener).toHaveBeenCalledTimes(1);
});
