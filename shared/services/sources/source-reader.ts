import type { SourceState } from '../../ports/evidence-stores.ts';
import type { World } from '../../ports/world.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import type { Stop } from '../../values/stop.ts';
import type { Person } from '../person.ts';

/** One source as the settings, the repositories or the accounts name it now. */
export interface NamedSource {
  /** `ics:<hash>`, `google:<account>/<calendar>`, `telemetry:<repository>`, …; as `SourceState.key`. */
  readonly key: string;
  /** As people know it; never a secret address. */
  readonly name: string;
  /** Why it tells nothing yet and what would turn it on, in one sentence; left out or null: it is on. */
  readonly off?: string | null;
  /** More than "it is read" when all is well: `30 days of transcripts are kept`. One sentence. */
  readonly detail?: string | null;
  /** Evidence from here on is known; who wants older has it read, however fresh it is. Left out or null: all there is. */
  readonly knownFrom?: Instant | null;
}

/**
 * One kind of source of evidence. A new one is a folder in `shared/sources` (the outside's answers, read purely), an
 * adapter or a door where it needs one, and a line in `source-catalogue.ts`.
 */
export interface SourceReader {
  readonly kind: SourceState['kind'];
  /**
   * `local`: on this machine, so read whenever a day is shown; `remote`: somebody outside is asked, so a person who
   * waits for a day waits only a moment; `pushed`: it speaks up by itself (`heardFrom`), there is nothing to read.
   */
  readonly way: 'local' | 'remote' | 'pushed';
  /** The sources there are now; quick, for it is asked with every day that is shown. */
  list(world: World): Promise<readonly NamedSource[]>;
  /**
   * Reads what is new and keeps it in the stores. Reading the same again changes nothing.
   * @param since evidence from here on is wanted; older may be left.
   * @returns the local days on which something changed, in any order.
   * @throws Problem in words for people (or anything else); it is kept in the state and holds up no other source.
   */
  read(
    world: World,
    person: Person,
    key: string,
    since: Instant,
    reading: Reading,
  ): Promise<readonly LocalDay[]>;
  /** What it found today, in words: `3 meetings`; null: nothing to say. */
  today(world: World, person: Person, key: string): Promise<string | null>;
}

/** What one reading is given and may do. */
export interface Reading {
  /** Where the last one ended, as it was kept; null: never read. */
  readonly mark: string | null;
  /**
   * Keeps where the next reading goes on. Called after what was read is in the stores; a long reading calls it often.
   * @param days on which something changed so far, so that they are not lost when the reading ends early.
   */
  keep(mark: string, days?: Iterable<LocalDay>): Promise<void>;
  /** For every request: how long it may take, in ms, so that all of them together do not outlast whoever waits. @throws Stopped when no time is left. */
  timeoutMs(): number;
  /** Asked when the program ends. */
  readonly stop: Stop;
}

/** Is it off, so that there is nothing to read? */
export const isOff = (source: NamedSource): boolean => (source.off ?? null) !== null;
