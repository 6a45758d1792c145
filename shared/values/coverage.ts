import type { Instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { isEmpty, subtract, union } from './interval.ts';

/**
 * Which stretches of time are taken, kept sorted and without overlap so that a question costs a binary search
 * instead of a walk over the whole day. Half-open like every interval.
 *
 *     taken        [====)      [==)
 *     take   [-----------)            →  [--)    [--)   and the day is now
 *     taken  [===========)     [==)
 */
export class Coverage {
  readonly #parts: Interval[];

  constructor(intervals: readonly Interval[] = []) {
    this.#parts = union(intervals);
  }

  /** The stretch the instant is in or at the edge of (both ends belong to it here), or null. */
  touching(at: Instant): Interval | null {
    const part = this.#parts[this.#firstEndingFrom(at)];
    return part && part.start <= at ? part : null;
  }

  /** What of the window is covered. */
  within(window: Interval): Interval[] {
    return subtract([window], this.free(window));
  }

  /** What of the window is not covered. */
  free(window: Interval): Interval[] {
    const from = this.#firstEndingFrom(window.start);
    return subtract([window], this.#parts.slice(from, this.#firstStartingAfter(window.end, from)));
  }

  /** Takes what of the spans is still free, and says what that was. */
  take(spans: readonly Interval[]): Interval[] {
    return union(spans).flatMap((span) => {
      const free = this.free(span);
      this.#cover(span);
      return free;
    });
  }

  #cover(span: Interval): void {
    if (isEmpty(span)) return;
    const from = this.#firstEndingFrom(span.start);
    const to = this.#firstStartingAfter(span.end, from);
    const [merged] = union([...this.#parts.slice(from, to), span]);
    if (merged) this.#parts.splice(from, to - from, merged);
  }

  #firstEndingFrom(at: Instant): number {
    let low = 0;
    let high = this.#parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#parts[middle]!.end < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #firstStartingAfter(at: Instant, from: number): number {
    let index = from;
    while (index < this.#parts.length && this.#parts[index]!.start <= at) index += 1;
    return index;
  }
}
