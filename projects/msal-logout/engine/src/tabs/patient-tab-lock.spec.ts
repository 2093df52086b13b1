import { FakeTabLock } from '../../../testing/src/fakes/fake-tab-lock';
import { PatientTabLock } from './patient-tab-lock';

const NAME = 'end-session.asking.test';
const isSame = (held: string): boolean => held === NAME;

function setupLock(members: Partial<FakeTabLock> = {}) {
  const lock = Object.assign(new FakeTabLock(), members);
  return { lock, patient: new PatientTabLock(lock) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('takes, asks for and gives back the lock that it is given', async () => {
  const { lock, patient } = setupLock();
  const release = await patient.take(NAME, isSame);
  expect(await patient.held()).toEqual([NAME]);
  expect(await patient.take(NAME, isSame)).toBeNull();
  expect(await patient.take('end-session.other', () => true)).toBeNull();
  release?.();

  expect(lock.taken.size).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

it('goes on without a lock that cannot be taken', async () => {
  const fails = () => Promise.reject(new Error('no locks'));
  const { patient } = setupLock({ take: fails, held: fails });

  const release = await patient.take(NAME, isSame);
  expect(release).not.toThrow();
  expect(await patient.held()).toEqual([]);
});

it('waits two seconds at most for a lock that never answers', async () => {
  const { patient } = setupLock({
    take: () => new Promise(() => undefined),
    held: () => new Promise(() => undefined),
  });
  const outcomes = Promise.all([patient.take(NAME, isSame), patient.held()]);
  const told = jest.fn();
  void outcomes.then(told);
  await jest.advanceTimersByTimeAsync(1_999);
  expect(told).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);

  expect(await outcomes).toEqual([expect.any(Function), []]);
});

it('gives a lock back that comes after that', async () => {
  const { lock } = setupLock();
  const take = lock.take.bind(lock);
  const { patient } = setupLock({
    take: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return take(...args);
    },
  });
  void patient.take(NAME, isSame);
  await jest.advanceTimersByTimeAsync(3_000);

  expect(lock.taken.size).toBe(0);
});

it('takes no harm from a lock that fails or is refused after that', async () => {
  for (const end of [() => Promise.reject(new Error('no locks')), () => Promise.resolve(null)]) {
    const { patient } = setupLock({
      take: async () => {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        return end();
      },
    });
    const taken = patient.take(NAME, isSame);
    await jest.advanceTimersByTimeAsync(3_000);

    expect(await taken).toEqual(expect.any(Function));
  }
});
