/** Who is to be told of something; one that throws harms neither the others nor what it is told of. */
export class Listeners<T extends readonly unknown[]> {
  readonly #listeners = new Set<(...told: T) => void>();

  /** Tells `listener`, too, until the returned function is called. */
  add(listener: (...told: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...told: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(...told);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
