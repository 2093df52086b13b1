import { asMsalLogoutError, isMsalLogoutError, MsalLogoutError } from './msal-logout-error';

const CAUSE = new Error('quota');
const FAILED = new MsalLogoutError('cache_clear_failed', 'c-1', 'Accounts left: 1.', CAUSE);

it('says its code and what it means, and what exactly is wrong', () => {
  const { message } = new MsalLogoutError('cache_clear_failed', 'c-1');

  expect(message).toMatch(/^cache_clear_failed: \S.*\.$/);
  expect(FAILED.message).toBe(`${message} Accounts left: 1.`);
  expect(String(FAILED)).toBe(`MsalLogoutError: ${FAILED.message}`);
});

it('is told from other errors, and by its code', () => {
  expect(isMsalLogoutError(FAILED)).toBe(true);
  expect(isMsalLogoutError(FAILED, 'cache_clear_failed')).toBe(true);
  expect(isMsalLogoutError(FAILED, 'invalid_request')).toBe(false);
  expect(isMsalLogoutError(CAUSE)).toBe(false);
});

it('is made of another error, which becomes its cause, and stays what it is', () => {
  expect(asMsalLogoutError(FAILED, 'invalid_request', 'c-2')).toBe(FAILED);
  expect(asMsalLogoutError(CAUSE, 'cache_clear_failed', 'c-2')).toMatchObject({
    code: 'cache_clear_failed',
    correlationId: 'c-2',
    cause: CAUSE,
  });
});
