import { isSameAccount } from '../cache/account-info';
import type { EndSessionPopupRequest } from './end-session-popup-request';
import type { EndSessionRequest } from './end-session-request';

type Request = EndSessionRequest & EndSessionPopupRequest;

/** Whether two requests ask for the same thing, whatever correlation id or callback they carry. */
export function isSameRequest(one: Request, other: Request): boolean {
  const sameAccount =
    one.account && other.account
      ? isSameAccount(one.account, other.account)
      : !one.account && !other.account;
  return sameAccount && comparable(one) === comparable(other);
}

function comparable({
  account,
  correlationId,
  onRedirectNavigate,
  popupWindowParent,
  ...rest
}: Request): string {
  return JSON.stringify(Object.entries(rest).sort());
}
