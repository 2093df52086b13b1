import { SampleAppClient } from './sample-app-client';
import { startServerProcess } from './server-process';

/**
 * Runs a server for the tests of a file.
 *
 * @returns opens the app in a new browser, where the given people are signed in
 */
export function useIdentityServer(): (...signedIn: readonly string[]) => Promise<SampleAppClient> {
  // The first test waits for the server, which takes its time on a busy machine.
  jest.setTimeout(30_000);
  const started = startServerProcess();
  afterAll(async () => (await started).stop());

  return async (...signedIn) => {
    const { issuer, appOrigin } = await started;
    const app = new SampleAppClient(issuer, appOrigin);
    for (const person of signedIn) await app.signIn(person);
    return app;
  };
}
