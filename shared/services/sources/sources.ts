import type { SourceShape } from '../../contract/source-operations.ts';
import type { World } from '../../ports/world.ts';
import { addDays, dayInterval } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Stop } from '../../values/stop.ts';
import { proposeFound } from '../derive-day.ts';
import { personOf } from '../person.ts';
import { readEvidence } from './read-sources.ts';
import { refreshEvidence } from '../refresh-evidence.ts';
import { SOURCE_READERS } from './source-catalogue.ts';
import type { SourceReader } from './source-reader.ts';
import { describeSources } from './source-shapes.ts';
import { newState } from './source-state.ts';

/** How far back a reading that nobody named a day for reaches, in days. */
const DAYS_BACK = 35;
/** Who asks for a reading, or nobody, waits so long for one remote source, in ms. */
const PATIENCE_MS = 60_000;

/** Where evidence comes from, and how it is doing. From what is kept: nothing is read. */
export async function listSources(
  world: World,
  _input: object = {},
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<SourceShape[]> {
  return describeSources(world, personOf(world), readers);
}

/**
 * Reads one source, or all of them, and proposes the days on which something turned up. A source that fails says so in
 * its state. @throws Problem `not-found` for an unknown source, `refused` for one that is paused or off.
 */
export async function readSources(
  world: World,
  input: { source?: string },
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<SourceShape[]> {
  if (input.source === undefined) {
    await readAll(world, {}, readers);
    return listSources(world, {}, readers);
  }
  const { key } = readable(await named(world, input.source, readers));
  await readAll(world, { key }, readers);
  return (await listSources(world, {}, readers)).filter((source) => source.key === key);
}

/** What a reading without a person in front of it is given: it may take its time. */
export interface ReadAll {
  /** Only this source. */
  readonly key?: string;
  readonly way?: 'local' | 'remote';
  readonly freshMs?: number;
  readonly stop?: Stop;
}

/** Reads what is new and proposes the days on which something turned up; for jobs and doors. Never throws for a source. */
export async function readAll(
  world: World,
  { key, freshMs = 0, ...wish }: ReadAll = {},
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<void> {
  const person = personOf(world);
  const since = dayInterval(addDays(person.today, -DAYS_BACK), person.zone).start;
  const asked = key === undefined ? {} : { key };
  const [changed, foundCommits] = await Promise.all([
    readEvidence(world, person, { ...wish, ...asked, since, freshMs, patienceMs: PATIENCE_MS }, readers),
    wish.way === undefined && (key === undefined || key.startsWith('git:'))
      ? refreshEvidence(world, person, since)
      : false,
  ]);
  await proposeFound(world, person, foundCommits ? [...new Set([...changed, person.today])] : changed);
}

/** Stops reading a source; what it told stays. @throws Problem `not-found`, `refused` for git and presence. */
export const pauseSource = (
  world: World,
  input: { source: string },
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<SourceShape> => setPaused(world, input.source, true, readers);

/** Goes on reading a source. @throws Problem `not-found`, `refused` for git and presence. */
export const resumeSource = (
  world: World,
  input: { source: string },
  readers: readonly SourceReader[] = SOURCE_READERS,
): Promise<SourceShape> => setPaused(world, input.source, false, readers);

async function setPaused(
  world: World,
  text: string,
  paused: boolean,
  readers: readonly SourceReader[],
): Promise<SourceShape> {
  const { key, kind, name } = await named(world, text, readers);
  if (kind === 'git')
    throw new Problem(
      'refused',
      said`${name} is a repository: it is read as long as it is registered.`,
      said`Forget it with: stint repo remove ${name}`,
    );
  if (kind === 'presence')
    throw new Problem(
      'refused',
      said`Presence is noted as long as Stint runs.`,
      said`Quit Stint while you do not want it noted.`,
    );
  const state = (await world.stores.sources.get(key)) ?? newState(kind, key, name);
  await world.stores.sources.put({ ...state, paused });
  world.events.publish({ kind: 'sources' });
  return (await listSources(world, {}, readers)).find((source) => source.key === key)!;
}

/** A source by its key, its name, or its kind where there is only one. @throws Problem `not-found`. */
async function named(world: World, text: string, readers: readonly SourceReader[]): Promise<SourceShape> {
  const all = await listSources(world, {}, readers);
  const wanted = text.trim().toLowerCase();
  for (const tell of [keyOf, nameOf, kindOf]) {
    const [found, other] = all.filter((source) => tell(source).toLowerCase() === wanted);
    if (found && !other) return found;
  }
  throw new Problem(
    'not-found',
    said`There is no source "${text}".`,
    said`One of: ${all.map((source) => source.key).join(', ')}.`,
  );
}

const keyOf = (source: SourceShape): string => source.key;
const nameOf = (source: SourceShape): string => source.name;
const kindOf = (source: SourceShape): string => source.kind;

function readable(source: SourceShape): SourceShape {
  if (source.state === 'off') throw new Problem('refused', said`${source.name} is off.`, source.detail);
  if (source.state === 'paused')
    throw new Problem(
      'refused',
      said`${source.name} is paused.`,
      said`Go on: stint source resume ${source.key}`,
    );
  return source;
}
