import type { ProviderFailure } from '../../providers/failure.ts';
import type { Instant } from '../../values/instant.ts';
import { formatClock } from '../../values/local-day.ts';
import type { Zone } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';

/** So many entries in a row without an answer: nobody is there. */
const SILENT = 2;
/** So many entries in a row that were not taken and not refused either: it takes nothing now. */
const STUMBLES = 3;
/** A limit that ends sooner is waited for. */
const PATIENCE_MS = 30_000;

/** Tells one bad entry, which never holds up the rest, from a provider that is not there, which does. */
export class Trouble {
  readonly #name: string;
  readonly #id: string;
  readonly #zone: Zone;
  #silent = 0;
  #stumbles = 0;
  #reason: string | null = null;
  #unauthorised = false;
  #lastWords: string | null = null;

  constructor(provider: { readonly id: string; readonly name: string }, zone: Zone) {
    this.#name = provider.name;
    this.#id = provider.id;
    this.#zone = zone;
  }

  /** Must the run end? */
  get ends(): boolean {
    return this.#reason !== null;
  }

  /** What held entries up, in words; null: nothing. */
  get words(): string | null {
    return this.#reason ?? this.#lastWords;
  }

  /** Their kind; null: nothing held entries up. */
  get code(): 'offline' | 'unauthorised' | null {
    if (this.words === null) return null;
    return this.#unauthorised ? 'unauthorised' : 'offline';
  }

  /** It is there. */
  answered(): void {
    this.#silent = 0;
  }

  /** It decided about what it was told: it works. */
  decided(): void {
    this.#silent = 0;
    this.#stumbles = 0;
  }

  /** An entry got no answer at all. */
  silent(words: string | null = null): void {
    this.#lastWords ??= words;
    this.#silent += 1;
    if (this.#silent >= SILENT)
      this.#reason ??= said`${this.#name} does not answer. Nothing is lost: the rest waits.`;
  }

  /** An entry was sent again and again, and is not there. */
  stumbled(words: string | null = null): void {
    this.#lastWords ??= words;
    this.#stumbles += 1;
    if (this.#stumbles >= STUMBLES)
      this.#reason ??= said`${this.#name} takes no entries now. Nothing is lost: the rest waits.`;
  }

  /** Nothing more can be told for now. */
  end(failure: ProviderFailure): void {
    this.#unauthorised ||= this.#reason === null && failure.kind === 'unauthorised';
    const until =
      failure.retryAt === null ? said`later` : said`after ${formatClock(failure.retryAt, this.#zone)}`;
    this.#reason ??=
      failure.kind === 'unauthorised'
        ? said`${this.#name} does not accept the token (${failure.message}). Give a new one: stint provider connect ${this.#id}.`
        : said`${this.#name} allows no more requests for now. Nothing is lost: the rest can be booked ${until}.`;
  }

  isWorthWaiting(retryAt: Instant | null, now: Instant): boolean {
    return retryAt === null || retryAt - now <= PATIENCE_MS;
  }
}
