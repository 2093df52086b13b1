import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Row {
  /** Kept as text, so that nobody changes what is stored without saving it. */
  readonly json: string;
  readonly expiresAt: number;
}

/** Keeps one kind of oidc-provider's records (sessions, grants, tokens, …) for as long as the process runs. */
export class MemoryAdapter implements Adapter {
  readonly #rows = new Map<string, Row>();

  upsert(id: string, payload: AdapterPayload, expiresIn = Infinity): Promise<void> {
    this.#rows.set(id, {
      json: JSON.stringify(payload),
      expiresAt: Date.now() + expiresIn * 1000,
    });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#read(id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#findBy((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#findBy((payload) => payload.userCode === userCode));
  }

  consume(id: string): Promise<void> {
    const row = this.#rows.get(id);
    const payload = this.#read(id);
    if (row && payload) {
      const consumed = Math.floor(Date.now() / 1000);
      this.#rows.set(id, { ...row, json: JSON.stringify({ ...payload, consumed }) });
    }
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#rows.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const id of this.#rows.keys()) {
      if (this.#read(id)?.grantId === grantId) this.#rows.delete(id);
    }
    return Promise.resolve();
  }

  #findBy(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const id of this.#rows.keys()) {
      const payload = this.#read(id);
      if (payload && matches(payload)) return payload;
    }
    return undefined;
  }

  #read(id: string): AdapterPayload | undefined {
    const row = this.#rows.get(id);
    if (!row) return undefined;
    if (row.expiresAt > Date.now()) return JSON.parse(row.json) as AdapterPayload;
    this.#rows.delete(id);
    return undefined;
  }
}
