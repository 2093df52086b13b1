import { openChannel } from '../web/open-channel';
import type { Note } from './note';
import { isNote, isSuperseded } from './note';
import { onStoredNote, storedNotes, storeNote } from './note-storage';
import type { TabChannel, TabMemory } from './tab-channel';
import { recallTab, rememberTab } from './tab-memory';

/**
 * Reaches the tabs of this origin that use the same name: over a BroadcastChannel, and by notes in localStorage, which
 * a tab finds that was away. Either may be missing, late or first: what a note says does not depend on how it came.
 */
export class BroadcastTabChannel implements TabChannel {
  readonly #name: string | null;
  /** Sent or heard by this page; all there is where the storage cannot be used. */
  readonly #heard = new Map<string, Note>();
  readonly #listeners = new Set<() => void>();
  #channel: BroadcastChannel | null = null;
  #stop: () => void = () => undefined;

  /** @param name by which the tabs know each other; `null` for a tab that keeps its sign-outs to itself */
  constructor(name: string | null) {
    this.#name = name;
  }

  notes(): readonly Note[] {
    const notes = new Map(this.#heard);
    for (const note of storedNotes()) if (this.#isFor(note)) notes.set(idOf(note), note);
    return [...notes.values()];
  }

  send(note: Note): void {
    const named = note.type === 'signed-out' ? { ...note, group: this.#name ?? '' } : note;
    this.#keep(named);
    if (this.#name === null && note.type === 'signed-out') return;
    storeNote(named);
    this.#open()?.postMessage(named);
    // A sign-out that outlives the application reaches the others all the same.
    if (this.#listeners.size === 0) this.#close();
  }

  recall(): TabMemory {
    return recallTab();
  }

  remember(memory: TabMemory): void {
    rememberTab(memory);
  }

  listen(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop();
      this.#close();
    };
  }

  #start(): void {
    const tell = (): void => {
      for (const each of this.#listeners) each();
    };
    this.#open()?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isNote(data) || !this.#isFor(data)) return;
      this.#keep(data);
      tell();
    });
    this.#stop = onStoredNote(tell);
  }

  #close(): void {
    this.#channel?.close();
    this.#channel = null;
  }

  #keep(note: Note): void {
    for (const [id, old] of this.#heard) if (isSuperseded(old, note)) this.#heard.delete(id);
    this.#heard.set(idOf(note), note);
  }

  #isFor({ type, group }: Note): boolean {
    return type !== 'signed-out' || group === this.#name;
  }

  /** Opened when first used, and one for both directions: a channel does not hear itself. */
  #open(): BroadcastChannel | null {
    if (this.#name === null) return null;
    const name = `end-session.${this.#name}`;
    this.#channel ??= openChannel(name);
    return this.#channel;
  }
}

function idOf({ type, id }: Note): string {
  return `${type}.${id}`;
}
