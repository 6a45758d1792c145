import type { SourceState } from '../../ports/evidence-stores.ts';
import type { World } from '../../ports/world.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { problemJson } from '../../values/problem.ts';
import { Stop, Stopped } from '../../values/stop.ts';
import type { Person } from '../person.ts';
import type { NamedSource, Reading, SourceReader } from './source-reader.ts';
import { isOff } from './source-reader.ts';
import { newState } from './source-state.ts';
import { SOURCE_READERS } from './source-catalogue.ts';

/** What is to be read, and how much time there is for it. */
export interface ReadingWish {
  /** Evidence from here on is wanted. */
  readonly since: Instant;
  /** Only this source; left out: all that are on. */
  readonly key?: string;
  /** Only sources of this way; left out: local and remote ones. */
  readonly way?: 'local' | 'remote';
  /** How long one remote source may take altogether, in ms. */
  readonly patienceMs: number;
  /** A remote source that was read this recently is not asked again, in ms. */
  readonly freshMs: number;
  readonly stop?: Stop;
}

/** One remote request takes no longer, in ms, however much patience there is. */
const REQUEST_MS = 30_000;
/** One that did not answer is left alone for so long, in ms, unless it is asked for expressly (`freshMs` 0). */
const REST_MS = 60_000;

/** What runs and what failed last, one for each data folder: nobody reads a source twice at the same time. */
interface Readings {
  readonly underWay: Map<string, Promise<readonly LocalDay[]>>;
  readonly failedAt: Map<string, Instant>;
}
const readings = new WeakMap<World['stores']['sources'], Readings>();

/**
 * Reads what is new in the sources that are on and not paused, all at once. One that fails says so in its state and
 * holds up no other; one that was forgotten loses its state.
 * @returns the local days on which something changed, in order. Nothing is proposed here.
 */
export async function readEvidence(
  world: World,
  person: Person,
  wish: ReadingWish,
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<LocalDay[]> {
  const states = await world.stores.sources.list();
  const days = await Promise.all(
    readers.map(async (reader) => {
      if (reader.way === 'pushed' || (wish.way !== undefined && wish.way !== reader.way)) return [];
      const listed = await listOf(world, reader);
      if (listed === null) return [];
      if (wish.key === undefined) await forgetOthers(world, person, reader, listed, states);
      const due = listed.filter((source) => isDue(world, person, reader, source, states, wish));
      const found = await Promise.all(due.map((source) => readOnce(world, person, reader, source, wish)));
      return found.flat();
    }),
  );
  return [...new Set(days.flat())].toSorted();
}

/** The sources of a kind; null when even that cannot be told. */
export async function listOf(world: World, reader: SourceReader): Promise<readonly NamedSource[] | null> {
  try {
    return await reader.list(world);
  } catch (error) {
    world.log.warn('source.list.failed', { kind: reader.kind, code: problemJson(error).code });
    return null;
  }
}

function isDue(
  world: World,
  person: Person,
  reader: SourceReader,
  source: NamedSource,
  states: readonly SourceState[],
  wish: ReadingWish,
): boolean {
  const { key } = source;
  if (isOff(source) || (wish.key !== undefined && wish.key !== key)) return false;
  const state = states.find((one) => one.key === key);
  const lastReadAt = state?.lastReadAt ?? null;
  if (state?.paused === true) return false;
  if (reader.way === 'local') return true;
  const failedAt = readingsOf(world).failedAt.get(key) ?? -Infinity;
  if (wish.freshMs > 0 && person.now - failedAt < REST_MS) return false;
  if (wish.since < (source.knownFrom ?? -Infinity)) return true;
  return lastReadAt === null || person.now - lastReadAt >= wish.freshMs;
}

/** Who asks while it is being read waits for that reading. */
function readOnce(
  world: World,
  person: Person,
  reader: SourceReader,
  source: NamedSource,
  wish: ReadingWish,
): Promise<readonly LocalDay[]> {
  const { underWay } = readingsOf(world);
  const running = underWay.get(source.key);
  if (running) return running;
  const reading = readSource(world, person, reader, source, wish).finally(() => underWay.delete(source.key));
  underWay.set(source.key, reading);
  return reading;
}

async function readSource(
  world: World,
  person: Person,
  reader: SourceReader,
  { key, name }: NamedSource,
  wish: ReadingWish,
): Promise<readonly LocalDay[]> {
  const stored = await world.stores.sources.get(key);
  const note = async (news: Partial<SourceState>): Promise<void> => {
    // Read again before it is written: the person may have paused it meanwhile.
    const known = (await world.stores.sources.get(key)) ?? newState(reader.kind, key, name);
    await world.stores.sources.put({ ...known, kind: reader.kind, name, ...news });
  };
  const { failedAt } = readingsOf(world);
  const time = timeOf(world, wish);
  const kept = new Set<LocalDay>();
  try {
    const reading: Reading = {
      mark: stored?.mark ?? null,
      keep: async (mark, days = []) => {
        await note({ mark });
        for (const day of days) kept.add(day);
      },
      timeoutMs: time.left,
      stop: time.stop,
    };
    const found = await reader.read(world, person, key, wish.since, reading);
    const days = [...kept, ...found];
    failedAt.delete(key);
    await note({ lastReadAt: world.clock.now(), problem: null });
    if (days.length > 0 || stored === null || stored.problem !== null)
      world.events.publish({ kind: 'sources' });
    return days;
  } catch (error) {
    if (time.isOver() || error instanceof Stopped) return [...kept];
    failedAt.set(key, world.clock.now());
    const { code, message, remedy } = problemJson(error);
    const problem = `${message} ${remedy}`.trim();
    if (problem !== stored?.problem) {
      world.log.warn('source.read.failed', { kind: reader.kind, code });
      await note({ problem });
      world.events.publish({ kind: 'sources' });
    }
    return [...kept];
  }
}

/** The time a reading has, by the clock that never jumps. */
function timeOf(world: World, { patienceMs, stop = new Stop() }: ReadingWish) {
  const begun = world.clock.monotonicMs();
  const leftMs = (): number => patienceMs - (world.clock.monotonicMs() - begun);
  return {
    stop,
    // Out of time or called off is no trouble of the source: it is read again soon.
    isOver: (): boolean => stop.asked || leftMs() <= 0,
    left: (): number => {
      stop.check();
      const left = leftMs();
      if (left <= 0) throw new Stopped();
      return Math.max(1, Math.min(left, REQUEST_MS));
    },
  };
}

/** A calendar that was taken out of the settings: what was is history and stays, what was to come does not. */
async function forgetOthers(
  world: World,
  person: Person,
  reader: SourceReader,
  listed: readonly NamedSource[],
  states: readonly SourceState[],
): Promise<void> {
  const keys = new Set(listed.map((source) => source.key));
  for (const { key } of states.filter((state) => state.kind === reader.kind && !keys.has(state.key))) {
    await world.stores.calendar.put(key, [], { window: { start: person.now, end: END_OF_TIME } });
    await world.stores.sources.remove(key);
    world.events.publish({ kind: 'sources' });
  }
}

const END_OF_TIME = Number.MAX_SAFE_INTEGER as Instant;

function readingsOf(world: World): Readings {
  const known = readings.get(world.stores.sources);
  if (known) return known;
  const fresh: Readings = { underWay: new Map(), failedAt: new Map() };
  readings.set(world.stores.sources, fresh);
  return fresh;
}
