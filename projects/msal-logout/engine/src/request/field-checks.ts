/** Text without a lone surrogate, which no URL can carry. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

/** Text that is not empty. */
export function isTextOfSomeLength(value: unknown): boolean {
  return isText(value) && value !== '';
}

/** An object whose names and values are text. */
export function isRecordOfText(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every((entry) => entry.every(isText));
}

/** An object that can be a set of fields, also of a class; not an array, a promise, a date or an event. */
export function isFieldObject(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** An object, or `null`. */
export function isObjectOrNull(value: unknown): boolean {
  return value === null || isObject(value);
}

/** Anything that can be called. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** A finite number. */
export function isPixels(value: unknown): boolean {
  return Number.isFinite(value);
}

/** Anything that opens windows. */
export function isWindow(value: unknown): boolean {
  return isObject(value) && 'open' in value && isFunction(value.open);
}

/** An absolute https address. */
export function isHttpsAddress(value: unknown): boolean {
  return isText(value) && URL.canParse(value) && new URL(value).protocol === 'https:';
}

/** An address that a browser can be sent to: http or https, and no change of host in disguise. */
export function isRedirectUri(value: unknown, page: string): boolean {
  if (!isText(value) || !URL.canParse(value, page)) return false;
  const { protocol, origin } = new URL(value, page);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  // What does not say where it leads, such as `//host` or `\\host`, must lead to this origin.
  return namesItsHost(value) || origin === new URL(page).origin;
}

/** Whether an address says itself where it leads. `https:host` does not: on an https page it is a path. */
export function namesItsHost(uri: string): boolean {
  return /^https?:\/\//i.test(uri);
}

/** A redirect URI on the origin of `page`. */
export function isRedirectUriHere(value: unknown, page: string): boolean {
  return isRedirectUri(value, page) && new URL(String(value), page).origin === new URL(page).origin;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
