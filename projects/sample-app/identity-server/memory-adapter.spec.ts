/** @jest-environment node */
import { MemoryAdapter } from './memory-adapter';

describe('MemoryAdapter', () => {
  it('gives back what was stored, and not what became of it', async () => {
    const adapter = new MemoryAdapter();
    const session = { uid: 'u', accountId: 'ada' };
    await adapter.upsert('s', session, 60);
    session.accountId = 'alan';

    expect(await adapter.find('s')).toEqual({ uid: 'u', accountId: 'ada' });
    expect(await adapter.findByUid('u')).toEqual({ uid: 'u', accountId: 'ada' });
  });

  it('forgets what has expired', async () => {
    const adapter = new MemoryAdapter();
    await adapter.upsert('s', { accountId: 'ada' }, 0);

    expect(await adapter.find('s')).toBeUndefined();
  });

  it('marks what has been used', async () => {
    const adapter = new MemoryAdapter();
    await adapter.upsert('code', { accountId: 'ada' });
    await adapter.consume('code');

    expect(await adapter.find('code')).toEqual({
      accountId: 'ada',
      consumed: expect.any(Number) as number,
    });
  });

  it('revokes the tokens of one grant', async () => {
    const adapter = new MemoryAdapter();
    await adapter.upsert('a', { grantId: 'of ada' });
    await adapter.upsert('b', { grantId: 'of alan' });
    await adapter.revokeByGrantId('of ada');

    expect(await adapter.find('a')).toBeUndefined();
    expect(await adapter.find('b')).toEqual({ grantId: 'of alan' });
  });
});
