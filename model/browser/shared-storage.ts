/**
 * localStorage: one order of writes for all pages, and for each page a view of it. A page sees its own writes at once;
 * those of others enter its view one by one, in that order, between its tasks.
 */
import type { Page } from './page';
import { StorageArea } from './storage-area';
import { Task } from './task';
import type { Touches } from './touches';

interface Write {
  readonly id: string;
  readonly age: number;
  readonly page: Page;
  readonly key: string;
  readonly value: string | null;
  readonly old: string | null;
}

/** What all pages of the origin share. */
export class SharedStorage {
  readonly #touches: Touches;
  readonly #nextAge: () => number;
  readonly #log: Write[] = [];
  readonly #committed = new Map<string, string>();
  readonly #views = new Set<StorageView>();

  constructor(touches: Touches, nextAge: () => number) {
    this.#touches = touches;
    this.#nextAge = nextAge;
  }

  /** The items after all writes, as every page sees them in the end. */
  get committed(): ReadonlyMap<string, string> {
    return this.#committed;
  }

  /** The view of a new page: it begins with everything that was written before. */
  open(page: Page): StorageView {
    this.#touches.read('storage:*');
    const items = [...this.#committed];
    const view = new StorageView(page, items, this.#log, (write) => this.#write(page, ...write));
    this.#views.add(view);
    return view;
  }

  /** The page is gone. */
  close(view: StorageView): void {
    this.#views.delete(view);
  }

  /** Whether every other page that is awake sees what `page` has written. */
  isSeen(page: Page): boolean {
    for (const view of this.#views) {
      if (view.page.life === 'running' && !view.sees(page)) return false;
    }
    return true;
  }

  #write(page: Page, key: string, value: string | null, old: string | null): void {
    this.#touches.write(`storage:${key}`);
    // A third page sees the writes of two others in the order in which they were made.
    if (this.#views.size > 2) this.#touches.write('storage-order');
    const id = `${page.name} writes ${page.nextWrite()}`;
    this.#log.push({ id, age: this.#nextAge(), page, key, value, old });
    if (value === null) this.#committed.delete(key);
    else this.#committed.set(key, value);
  }
}

/** localStorage as one page sees it. */
export class StorageView {
  readonly page: Page;
  readonly area: StorageArea;
  readonly #log: readonly Write[];
  /** For each key, the place in the log of the last write of this page. */
  readonly #own = new Map<string, number>();
  /** The writes before this one have entered. */
  #next: number;
  #task: Task | null = null;

  constructor(
    page: Page,
    items: Iterable<readonly [string, string]>,
    log: readonly Write[],
    write: (change: [key: string, value: string | null, old: string | null]) => void,
  ) {
    this.page = page;
    this.#log = log;
    this.#next = log.length;
    this.area = new StorageArea(items, (...change) => {
      this.#own.set(change[0], log.length);
      write(change);
    });
  }

  /** Whether all writes of `page` have entered. */
  sees(page: Page): boolean {
    return page === this.page || !this.#log.slice(this.#next).some((it) => it.page === page);
  }

  /** The task in which the next write of another page enters, if there is one. */
  get pending(): Task | null {
    while (this.#log[this.#next]?.page === this.page) this.#next++;
    const write = this.#log[this.#next];
    if (!write) return null;
    return (this.#task ??= this.#entering(write));
  }

  #entering(write: Write): Task {
    const { page, key, value, old } = write;
    return new Task(
      {
        id: `${this.page.name} sees: ${write.id}`,
        actor: this.page.tab.name,
        page: this.page,
        label: () => {
          const change = value === null ? `that ${key} is gone` : `${key} anew`;
          return `${this.page.name} sees ${change} by ${page.name}`;
        },
        run: () => {
          const isOverwritten = (this.#own.get(key) ?? -1) > this.#next;
          this.#next++;
          this.#task = null;
          if (!isOverwritten) this.area.adopt(key, value);
          const event = { key, newValue: value, oldValue: old, storageArea: this.area };
          this.page.events.fire('storage', event);
        },
      },
      write.age,
    );
  }
}
