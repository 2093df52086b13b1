/** BroadcastChannel: what is posted becomes a task of its own for every page that listens, in order for each pair of pages. */
import { currentPage } from './current-page';
import type { Page } from './page';
import { PageEvents } from './page-events';
import { Task } from './task';
import type { Touches } from './touches';

/** What the platform may do with messages besides delivering them once. */
export interface MessageFaults {
  /** How many messages may be lost in one schedule. */
  readonly lost?: number | undefined;
  /** How many may come twice. */
  readonly doubled?: number | undefined;
}

interface Message {
  readonly id: string;
  readonly age: number;
  readonly from: Page;
  readonly to: SimulatedBroadcastChannel;
  readonly data: unknown;
}

/** All channels of the browser, and the messages that are under way. */
export class Channels {
  readonly #touches: Touches;
  readonly #nextAge: () => number;
  readonly #open = new Map<string, Set<SimulatedBroadcastChannel>>();
  /** For each pair of pages, the messages from one to the other. */
  readonly #queues = new Map<string, Message[]>();
  /** The tasks about the heads of queues, until something changes. */
  readonly #tasks = new Map<string, readonly Task[]>();
  #again: Task[] = [];
  #faults: { lost: number; doubled: number };

  constructor(touches: Touches, nextAge: () => number, { lost = 0, doubled = 0 }: MessageFaults) {
    this.#touches = touches;
    this.#nextAge = nextAge;
    this.#faults = { lost, doubled };
  }

  add(channel: SimulatedBroadcastChannel): void {
    const { name } = channel;
    this.#touches.write(`channel:${name}`);
    const others = this.#open.get(name) ?? new Set();
    this.#open.set(name, others.add(channel));
  }

  remove(channel: SimulatedBroadcastChannel): void {
    this.#touches.write(`channel:${channel.name}`);
    this.#open.get(channel.name)?.delete(channel);
    this.#forget(({ to }) => to === channel);
  }

  post(sender: SimulatedBroadcastChannel, data: unknown): void {
    this.#touches.read(`channel:${sender.name}`);
    const { page: from } = sender;
    const text = JSON.stringify(data);
    const id = `${from.name} posts ${from.nextPost()}`;
    for (const to of this.#open.get(sender.name) ?? []) {
      if (to === sender || !to.page.hasTasks) continue;
      const pair = `${from.name}>${to.page.name}`;
      const queue = this.#queues.get(pair) ?? [];
      const nth = queue.filter((message) => message.id.startsWith(id)).length;
      const message = { id: nth > 0 ? `${id}.${nth}` : id, age: this.#nextAge(), from, to };
      this.#queues.set(pair, queue);
      queue.push({ ...message, data: JSON.parse(text) as unknown });
    }
  }

  /** Whether `to` has heard everything that `from` has posted. */
  hasHeard(to: Page, from: Page): boolean {
    return !this.#queues.get(`${from.name}>${to.name}`)?.length;
  }

  /** Takes off the way what was posted to a page that is gone or sleeps in the cache. */
  dropFor(page: Page): void {
    this.#forget(({ to }) => to.page === page);
  }

  collect(into: Task[]): void {
    for (const [pair, queue] of this.#queues) {
      const [head] = queue;
      if (head?.to.page.life !== 'running') continue;
      const tasks = this.#tasks.get(pair) ?? this.#tasksFor(pair, head);
      this.#tasks.set(pair, tasks);
      into.push(...tasks);
    }
    for (const task of this.#again) if (task.page?.life === 'running') into.push(task);
  }

  #tasksFor(pair: string, head: Message): readonly Task[] {
    const tasks = [this.#task(head, 'hears', pair, () => deliver(head))];
    if (this.#faults.lost > 0) {
      tasks.push(this.#task(head, 'never hears', pair, () => this.#faults.lost--));
    }
    if (this.#faults.doubled > 0) {
      tasks.push(
        this.#task(head, 'hears for the first time', pair, () => {
          this.#faults.doubled--;
          const again = this.#task(head, 'hears again', null, () => {
            this.#again = this.#again.filter((it) => it !== again);
            deliver(head);
          });
          this.#again.push(again);
          deliver(head);
        }),
      );
    }
    return tasks;
  }

  /** @param pair the queue whose head it is, if it is one */
  #task(message: Message, verb: string, pair: string | null, run: () => void): Task {
    const { id, age, from, to, data } = message;
    const isFault = verb !== 'hears' && pair !== null;
    return new Task(
      {
        id: `${to.page.name} ${verb}: ${id}`,
        actor: to.page.tab.name,
        page: to.page,
        isOptional: isFault,
        label: () => `${to.page.name} ${verb} ${nameOf(data)} of ${from.name}`,
        run: () => {
          if (isFault) this.#touches.write('message-faults');
          if (pair !== null) {
            this.#queues.get(pair)?.shift();
            this.#tasks.delete(pair);
          }
          // How many faults are left says which of these tasks there are.
          if (isFault) this.#tasks.clear();
          run();
        },
      },
      age,
    );
  }

  #forget(isMeant: (message: Message) => boolean): void {
    for (const [pair, queue] of this.#queues) {
      if (!queue.some(isMeant)) continue;
      this.#queues.set(
        pair,
        queue.filter((message) => !isMeant(message)),
      );
      this.#tasks.delete(pair);
    }
  }
}

function deliver({ to, data }: Message): void {
  to.fire('message', { data });
}

/** The type of the engine's own messages; of others nothing is known. */
function nameOf(data: unknown): string {
  const isNamed = typeof data === 'object' && data !== null && 'type' in data;
  return isNamed ? `'${String(data.type)}'` : 'a message';
}

/** What `BroadcastChannel` is to a page; made while that page is the current one. */
export class SimulatedBroadcastChannel extends PageEvents {
  readonly name: string;
  readonly page: Page;
  #isClosed = false;

  constructor(name: string) {
    const page = currentPage();
    super((error) => page.reportError(error));
    if (page.browser.platform.broadcastChannel === 'throwing') {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    }
    this.name = name;
    this.page = page;
    page.channels.add(this);
    page.browser.channels.add(this);
  }

  postMessage(data: unknown): void {
    if (this.#isClosed) throw new DOMException('The channel is closed.', 'InvalidStateError');
    this.page.browser.channels.post(this, data);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.page.channels.delete(this);
    this.page.browser.channels.remove(this);
  }
}
