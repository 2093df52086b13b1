/** A Web Storage as a page sees it: the items are properties of its own, as `Object.keys(localStorage)` expects. */

/** Called after a change; `null` as value when the item was removed. */
export type StorageWrite = (key: string, value: string | null, old: string | null) => void;

/** The items of one page's localStorage, or of one tab's sessionStorage. */
export class StorageArea {
  readonly #onWrite: StorageWrite;

  constructor(items: Iterable<readonly [string, string]> = [], onWrite: StorageWrite = nothing) {
    this.#onWrite = onWrite;
    for (const [key, value] of items) Reflect.set(this, key, value);
  }

  get length(): number {
    return Object.keys(this).length;
  }

  key(index: number): string | null {
    return Object.keys(this)[index] ?? null;
  }

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(Reflect.get(this, key)) : null;
  }

  setItem(key: string, value: string): void {
    const old = this.getItem(key);
    if (old === value) return;
    Reflect.set(this, key, value);
    this.#onWrite(key, value, old);
  }

  removeItem(key: string): void {
    const old = this.getItem(key);
    if (old === null) return;
    Reflect.deleteProperty(this, key);
    this.#onWrite(key, null, old);
  }

  clear(): void {
    for (const key of Object.keys(this)) this.removeItem(key);
  }

  /** Takes over what somebody else has written. */
  adopt(key: string, value: string | null): void {
    if (value === null) Reflect.deleteProperty(this, key);
    else Reflect.set(this, key, value);
  }

  entries(): readonly (readonly [string, string])[] {
    return Object.keys(this).map((key) => [key, this.getItem(key) ?? ''] as const);
  }
}

function nothing(): void {
  // Nobody else has to know.
}
