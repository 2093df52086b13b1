/** Something that is going to happen in the browser: an action of the walk, with what it does. */
import type { Action } from '../walk/program';
import type { Page } from './page';

/** What a task consists of. */
export interface TaskParts {
  readonly id: string;
  readonly actor: string;
  /** The page that it runs in; without one it is about none. */
  readonly page?: Page | null;
  readonly isOptional?: boolean;
  readonly label: () => string;
  /** Runs it; the microtasks of its page then run to their end. */
  readonly run: () => void;
  /** Called after that. */
  readonly finish?: () => void;
  /** Whether it can happen now; it can by default. */
  readonly isReady?: () => boolean;
}

/** A task that waits for its turn. */
export class Task implements Action {
  readonly id: string;
  readonly actor: string;
  readonly page: Page | null;
  readonly isOptional: boolean;
  /** Its age: the smaller, the older. */
  readonly age: number;
  readonly #parts: TaskParts;

  constructor(parts: TaskParts, age: number) {
    this.id = parts.id;
    this.actor = parts.actor;
    this.page = parts.page ?? null;
    this.isOptional = parts.isOptional ?? false;
    this.age = age;
    this.#parts = parts;
  }

  get label(): string {
    return this.#parts.label();
  }

  get isReady(): boolean {
    return this.#parts.isReady?.() ?? true;
  }

  run(): void {
    this.#parts.run();
  }

  finish(): void {
    this.#parts.finish?.();
  }
}
