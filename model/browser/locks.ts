/** navigator.locks: every answer to a page is a task of it, and a lock is free some time after its work is done. */
import { enter, runningPage } from './current-page';
import { LockRequest } from './lock-request';
import type { LockOptions, LockWork } from './lock-request';
import type { Page } from './page';
import { Task } from './task';
import type { Touches } from './touches';

/** The locks of the browser. */
export class Locks {
  readonly #touches: Touches;
  readonly #nextAge: () => number;
  readonly #held = new Map<string, LockRequest>();
  readonly #waiting = new Map<string, LockRequest[]>();
  #releases: Task[] = [];

  constructor(touches: Touches, nextAge: () => number) {
    this.#touches = touches;
    this.#nextAge = nextAge;
  }

  /** The names of the locks that somebody has. */
  get held(): readonly string[] {
    return [...this.#held.keys()];
  }

  hasLock(page: Page): boolean {
    for (const request of this.#held.values()) if (request.page === page) return true;
    return false;
  }

  request(page: Page, name: string, options: LockOptions, work: LockWork): Promise<unknown> {
    const request = new LockRequest(page, name, options, work, (it) => this.#settled(it));
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(abortError());
    signal?.addEventListener('abort', () => {
      if (!this.#drop((it) => it === request)) return;
      request.reject(abortError());
    });
    this.#answer(request, 'asks for', () => this.#decide(request));
    return request.promise;
  }

  query(page: Page): Promise<LockManagerSnapshot> {
    return new Promise((resolve) => {
      const id = `${page.name} locks ${page.nextLock()}`;
      const run = (): void => {
        this.#touches.read('lock:*');
        resolve({ held: infos([...this.#held.values()]), pending: this.#pending });
      };
      const label = (): string => `${page.name} is told which locks are held`;
      page.lockAnswers.push(
        new Task({ id, actor: page.tab.name, page, label, run }, this.#nextAge()),
      );
    });
  }

  collect(into: Task[]): void {
    for (const task of this.#releases) if (task.isReady) into.push(task);
  }

  /** Gives back what a page has that is gone, once all others see what it has written. */
  releaseOf(page: Page, isSeen: () => boolean): void {
    this.#drop((request) => request.page === page);
    for (const request of this.#held.values()) {
      if (request.page === page) this.#releaseLater(request, isSeen);
    }
  }

  get #pending(): LockInfo[] {
    return infos([...this.#waiting.values()].flat());
  }

  #answer(request: LockRequest, verb: string, run: () => void): void {
    const { page, name } = request;
    const id = `${page.name} locks ${page.nextLock()}`;
    const label = (): string => `${page.name} ${verb} lock ${name}`;
    page.lockAnswers.push(
      new Task({ id, actor: page.tab.name, page, label, run }, this.#nextAge()),
    );
  }

  #decide(request: LockRequest): void {
    const { name, options } = request;
    this.#touches.write(`lock:${name}`);
    const holder = this.#held.get(name);
    if (holder && options.steal) {
      this.#held.delete(name);
      holder.reject(abortError());
    }
    if (!this.#held.has(name)) {
      this.#held.set(name, request);
      request.begin({ name, mode: 'exclusive' });
    } else if (options.ifAvailable) {
      request.begin(null);
    } else {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), request]);
    }
  }

  #settled(request: LockRequest): void {
    if (this.#held.get(request.name) === request) this.#releaseLater(request);
    else request.end();
  }

  #releaseLater(request: LockRequest, isReady?: () => boolean): void {
    if (request.isReleasing) return;
    request.isReleasing = true;
    const { page, name } = request;
    const id = `${page.name} frees ${page.nextRelease()}`;
    const task = new Task(
      {
        id,
        // Where nobody awaits it, it is nothing that the page does.
        actor: request.isAwaited ? page.tab.name : id,
        page: page.life === 'running' ? page : null,
        label: () => `lock ${name} of ${page.name} is free`,
        run: () => {
          this.#releases = this.#releases.filter((it) => it !== task);
          this.#release(request);
        },
        ...(isReady && { isReady }),
      },
      this.#nextAge(),
    );
    this.#releases.push(task);
  }

  #release(request: LockRequest): void {
    const { name } = request;
    this.#touches.write(`lock:${name}`);
    if (this.#held.get(name) === request) {
      this.#held.delete(name);
      const [next, ...others] = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, others);
      if (next) {
        this.#held.set(name, next);
        this.#answer(next, 'is given', () => next.begin({ name, mode: 'exclusive' }));
      }
    }
    if (request.page.life !== 'running') return;
    const before = runningPage();
    enter(request.page);
    request.end();
    enter(before ?? request.page);
  }

  /** Takes back requests that wait. Gives whether there were any. */
  #drop(isMeant: (request: LockRequest) => boolean): boolean {
    let hasDropped = false;
    for (const [name, requests] of this.#waiting) {
      const kept = requests.filter((request) => !isMeant(request));
      hasDropped ||= kept.length < requests.length;
      this.#waiting.set(name, kept);
    }
    return hasDropped;
  }
}

function infos(requests: readonly LockRequest[]): LockInfo[] {
  return requests.map(({ name, page }) => ({ name, mode: 'exclusive', clientId: page.name }));
}

function abortError(): DOMException {
  return new DOMException('The request was aborted.', 'AbortError');
}
