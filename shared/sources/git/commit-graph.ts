/**
 * The shape of a stretch of history: who is whose parent. Commits are numbered as they are first mentioned, so that
 * walking forty thousand of them compares numbers and not hashes; the numbering is done while git is still walking.
 */
export class CommitGraph {
  readonly #numbers = new Map<string, number>();
  /** By number; undefined for a commit that was only mentioned as a parent. */
  readonly #parents: (readonly number[] | undefined)[] = [];
  readonly #order: number[] = [];
  readonly #merged = new Map<number, string>();

  /** How many commits are in it. */
  get size(): number {
    return this.#order.length;
  }

  /** Every number given so far is below this. */
  get span(): number {
    return this.#parents.length;
  }

  /** @param merged the branch a merge brought in, by its subject; null when it is no merge or does not say. */
  add(hash: string, parents: readonly string[], merged: string | null): void {
    const number = this.#number(hash);
    if (this.#parents[number] !== undefined) return;
    this.#parents[number] = parents.map((parent) => this.#number(parent));
    this.#order.push(number);
    if (merged !== null && parents.length > 1) this.#merged.set(number, merged);
  }

  /** The number of a commit that is in it, else null. */
  find(hash: string): number | null {
    const number = this.#numbers.get(hash);
    return number !== undefined && this.#parents[number] !== undefined ? number : null;
  }

  has(number: number): boolean {
    return this.#parents[number] !== undefined;
  }

  /** Numbers of the parents, some of which may not be in it; none for a commit that is not. */
  parents(number: number): readonly number[] {
    return this.#parents[number] ?? [];
  }

  /** As they were added: newest first, and children before parents wherever clocks did not lie. */
  get order(): readonly number[] {
    return this.#order;
  }

  /** The branch each merge brought in, where its subject says so. */
  get merged(): ReadonlyMap<number, string> {
    return this.#merged;
  }

  #number(hash: string): number {
    const known = this.#numbers.get(hash);
    if (known !== undefined) return known;
    const number = this.#parents.push(undefined) - 1;
    this.#numbers.set(hash, number);
    return number;
  }
}
