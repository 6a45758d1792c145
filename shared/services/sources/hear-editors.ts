import type { EditorBeat } from '../../evidence/editor-beat.ts';
import type { World } from '../../ports/world.ts';
import type { BeatAnswer, StatusBarAnswer } from '../../sources/wakatime/answers.ts';
import { refusedBeat, statusBarAnswer, TAKEN } from '../../sources/wakatime/answers.ts';
import { editorOf, isAgentBeat, readHeartbeat } from '../../sources/wakatime/read-heartbeat.ts';
import type { Instant } from '../../values/instant.ts';
import { formatInstant, instant, plusMs } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { dayInterval, dayOf } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { readDay } from '../day-material.ts';
import { proposeFound } from '../derive-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { heardFrom } from './pushed-source.ts';
import { pluginErrors, WAKATIME } from './wakatime-source.ts';

/** A beat that is older than this tells that the person was there, not that they are. In ms. */
const FRESH_MS = 2 * 60_000;
/** Days that beats came for are proposed no more often than this, in ms; whoever looks at one proposes it anyway. */
const PROPOSED_MS = 10_000;

/**
 * Keeps what an editor's plugin sent: an answer for each, in their order. What is known already is answered as taken, for
 * it is sent again whenever an answer was lost. While the source is paused nothing is kept, and nothing is asked for again.
 * @param items heartbeats as they came.
 */
export async function hearEditors(
  world: World,
  items: readonly unknown[],
  userAgent: string | undefined,
): Promise<BeatAnswer[]> {
  const person = personOf(world);
  if (!(await heardFrom(world, WAKATIME))) return items.map(() => TAKEN);
  const editor = editorOf(userAgent);
  let last: EditorBeat | null = null;
  const beats: EditorBeat[] = [];
  const answers: BeatAnswer[] = [];
  for (const item of items) {
    last ??= refersBack(item) ? await lastKnown(world, person) : null;
    const read = readHeartbeat(item, { user: person.user, now: person.now, editor, last });
    if ('beat' in read) {
      last = read.beat;
      beats.push(read.beat);
      answers.push(TAKEN);
    } else answers.push(refusedBeat(read.errors));
  }
  const added = beats.length === 0 ? 0 : await world.stores.tools.addBeats(beats);
  if (added > 0) await proposeDaysOf(world, person, beats);
  const isFresh = (beat: EditorBeat): boolean =>
    !isAgentBeat(beat) && Math.abs(person.now - beat.at) <= FRESH_MS;
  if (beats.some(isFresh)) await world.presence.signOfLife();
  return answers;
}

/** Does it say "as before" anywhere? */
const refersBack = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  ['project', 'branch', 'language'].some((name) => String(Reflect.get(item, name)).startsWith('<<LAST'));

const LOOK_BACK_MS = 15 * 60_000;
async function lastKnown(world: World, person: Person): Promise<EditorBeat | null> {
  const interval = { start: plusMs(person.now, -LOOK_BACK_MS), end: plusMs(person.now, 1) };
  return (await world.stores.tools.beats(person.user, interval)).at(-1) ?? null;
}

interface Waiting {
  proposedAt: Instant;
  readonly days: Set<LocalDay>;
}
const waiting = new WeakMap<World['stores']['sources'], Waiting>();

/** Editors speak every few seconds, and for days at once after a time without network. */
async function proposeDaysOf(world: World, person: Person, beats: readonly EditorBeat[]): Promise<void> {
  const known = waiting.get(world.stores.sources) ?? { proposedAt: instant(0), days: new Set() };
  waiting.set(world.stores.sources, known);
  for (const beat of beats) known.days.add(dayOf(beat.at, person.zone));
  const since = person.now - known.proposedAt;
  if (since >= 0 && since < PROPOSED_MS) return;
  known.proposedAt = person.now;
  const days = [...known.days];
  known.days.clear();
  await proposeFound(world, person, days).catch((error: unknown) =>
    world.log.error('wakatime.propose', error),
  );
}

/** Today's sum, in the shape editors show it. */
export async function editorStatusBar(world: World): Promise<StatusBarAnswer> {
  const person = personOf(world);
  const day = await readDay(world, person, person.today);
  const { start, end } = dayInterval(person.today, person.zone);
  return statusBarAnswer({
    date: person.today,
    zone: person.zone,
    start: formatInstant(start),
    end: formatInstant(end),
    minutes: minutes(day.entries.reduce((sum, entry) => sum + entry.minutes, 0)),
    at: formatInstant(person.now),
  });
}

/** A plugin reports an error of its own: counted, not kept, for it holds paths and worse. */
export async function countPluginError(world: World): Promise<void> {
  if (!(await heardFrom(world, WAKATIME))) return;
  const state = await world.stores.sources.get(WAKATIME.key);
  if (state === null) return;
  await world.stores.sources.put({
    ...state,
    mark: JSON.stringify({ errors: pluginErrors(state.mark) + 1 }),
  });
}
