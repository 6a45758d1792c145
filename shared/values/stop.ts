/** A way to call off what is under way. Pure, unlike the platform's `AbortSignal`, which adapters make of it. */
export class Stop {
  #asked = false;
  readonly #listeners = new Set<() => void>();

  get asked(): boolean {
    return this.#asked;
  }

  /** Calls it off; more than once is once. */
  now(): void {
    if (this.#asked) return;
    this.#asked = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  /** Told when it is called off, at once when it was already. Returns the way to stop listening. */
  whenAsked(listener: () => void): () => void {
    if (this.#asked) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws Stopped when it was called off. */
  check(): void {
    if (this.#asked) throw new Stopped();
  }
}

/** What was under way was called off; what was not begun stays as it was. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('called off');
  }
}
