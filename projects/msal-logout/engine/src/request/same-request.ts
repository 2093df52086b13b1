import { isSameAccount } from '../cache/account-info';
import type { EndSessionRequest } from './end-session-request';

/** Whether two requests ask for the same thing, whatever correlation id they carry. */
export function isSameRequest(one: EndSessionRequest, other: EndSessionRequest): boolean {
  return isSameTarget(one, other) && comparable(one) === comparable(other);
}

function isSameTarget({ account: one }: EndSessionRequest, { account: other }: EndSessionRequest) {
  return one && other ? isSameAccount(one, other) : !one && !other;
}

function comparable(request: EndSessionRequest): string {
  const { account, correlationId, onRedirectNavigate, ...rest } = request;
  return JSON.stringify(Object.entries(rest).sort());
}
