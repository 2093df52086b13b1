import { ADA } from './testing/people';
import { setupClient } from './testing/setup-client';

describe('a start that fails', () => {
  function setupFailing() {
    const setup = setupClient({ accounts: [ADA] });
    const failure = new Error('no crypto');
    const initialize = jest.spyOn(setup.cache, 'initialize').mockRejectedValueOnce(failure);
    return { ...setup, failure, initialize };
  }

  it('rejects with what has failed, and can be tried again', async () => {
    const { client, failure } = setupFailing();

    await expect(client.initialize()).rejects.toBe(failure);
    expect(client.accounts).toEqual([]);
    await client.initialize();
    expect(client.accounts).toEqual([ADA]);
  });

  it('can be closed, and before it', async () => {
    const { client, cache } = setupFailing();
    expect(() => client.close()).not.toThrow();
    const started = client.initialize();
    client.close();
    await expect(started).rejects.toThrow('no crypto');
    cache.change([ADA]);

    expect(client.accounts).toEqual([]);
  });
});

it('watches nothing any more once it is closed', async () => {
  const { client, cache } = setupClient();
  await client.initialize();
  client.close();
  await new Promise((resolve) => setTimeout(resolve));
  cache.change([ADA]);

  expect(client.accounts).toEqual([]);
});
