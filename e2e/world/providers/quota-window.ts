// Limits as the services themselves keep them; not the code Stint keeps them with.

/** So many requests in a window that opens with the first of them, and opens anew once it is over. */
export class QuotaWindow {
  readonly #requests: number;
  readonly #perMs: number;
  #openedAt = -Infinity;
  #spent = 0;

  constructor(requests: number, perMs: number) {
    this.#requests = requests;
    this.#perMs = perMs;
  }

  /** True when the request is allowed; one that is not does not count. */
  take(now: number): boolean {
    if (now >= this.#openedAt + this.#perMs) {
      this.#openedAt = now;
      this.#spent = 0;
    }
    if (this.#spent >= this.#requests) return false;
    this.#spent += 1;
    return true;
  }

  /** Requests of other programs of the same person. */
  spend(requests: number, now: number): void {
    for (let left = requests; left > 0 && this.take(now); left -= 1);
  }

  get remaining(): number {
    return this.#requests - this.#spent;
  }

  /** Whole seconds, at least one. */
  resetsIn(now: number): number {
    return Math.max(1, Math.ceil((this.#openedAt + this.#perMs - now) / 1000));
  }
}

/** Fills with every request and leaks so many a second; what would flow over is turned away. */
export class LeakyBucket {
  readonly #holds: number;
  readonly #perSecond: number;
  #level = 0;
  #at = 0;

  constructor(holds: number, perSecond: number) {
    this.#holds = holds;
    this.#perSecond = perSecond;
  }

  take(now: number): boolean {
    this.#level = Math.max(0, this.#level - (Math.max(0, now - this.#at) / 1000) * this.#perSecond);
    this.#at = Math.max(this.#at, now);
    if (this.#level + 1 > this.#holds) return false;
    this.#level += 1;
    return true;
  }
}
