import { Listeners } from './listeners';

it('tells the others when one throws, and reports the error', () => {
  const report = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const listeners = new Listeners<[string]>();
  const told: string[] = [];
  const error = new Error('a broken listener');
  listeners.add(() => {
    throw error;
  });
  const stop = listeners.add((what) => told.push(what));

  listeners.tell('first');
  stop();
  listeners.tell('second');

  expect(told).toEqual(['first']);
  expect(report).toHaveBeenCalledWith(error);
  jest.restoreAllMocks();
});
