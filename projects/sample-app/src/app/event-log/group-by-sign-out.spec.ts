import { groupBySignOut } from './group-by-sign-out';

describe('groupBySignOut', () => {
  it('puts neighbours of one sign-out together and keeps the order', () => {
    const entries = ['a', 'a', 'b', 'a'].map((correlationId, index) => ({
      correlationId,
      timestamp: index,
      eventType: 'msal:logoutStart',
    }));

    const groups = groupBySignOut(entries).map(({ entries: group }) =>
      group.map(({ correlationId, timestamp }) => `${correlationId}${timestamp}`),
    );

    expect(groups).toEqual([['a0', 'a1'], ['b2'], ['a3']]);
  });

  it('makes no group of nothing', () => {
    expect(groupBySignOut([])).toEqual([]);
  });
});
