/**
 * How much work a file may make. A rule that a machine or an enemy wrote repeats every second for ever; it must not keep
 * the program busy (nor fill its memory), and neither must a hundred thousand of them.
 */
export class Steps {
  #left: number;

  constructor(left: number) {
    this.#left = left;
  }

  /** @throws TooMuchWork when there are not so many left. */
  spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw new TooMuchWork();
  }

  /** Steps for a part of the work: at most so many, and no more than are left; what it spends is spent of these too. */
  share(most: number): Steps {
    return new Share(this, Math.min(most, this.#left));
  }
}

class Share extends Steps {
  readonly #whole: Steps;

  constructor(whole: Steps, most: number) {
    super(most);
    this.#whole = whole;
  }

  override spend(count: number): void {
    super.spend(count);
    this.#whole.spend(count);
  }
}

/** It would take too long to go on. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}
