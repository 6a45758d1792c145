import type { PresenceSpan } from '../../evidence/presence.ts';
import type { AfkExport, AfkSpan } from '../../formats/activitywatch/read-afk.ts';
import { readAfkExport } from '../../formats/activitywatch/read-afk.ts';
import type { World } from '../../ports/world.ts';
import { latest } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { splitAtMidnight } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { ACTIVITYWATCH, AFK_BACKEND } from './activitywatch-source.ts';
import { proposeFound } from '../derive-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { heardFrom } from './pushed-source.ts';

/** A year of a busy machine is a third of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Takes in the AFK buckets of an export of ActivityWatch as presence, so that the presence of other machines counts.
 * Importing the same again changes nothing; a newer export of the same makes known spans longer. Own presence stays
 * beside it: being active anywhere is being active.
 * @returns how many spans are new or longer, the days they are on, and what was left out.
 * @throws Problem `not-found`, `usage` when the file is no such export, `refused` while the source is paused.
 */
export async function importActivityWatch(
  world: World,
  input: { path: string },
): Promise<{ spans: number; days: string[]; skipped: string[] }> {
  const person = personOf(world);
  const path = world.machine.absolutePath(input.path);
  const { spans, skipped } = readExport(await world.files.read(path, MOST_BYTES), path, person);
  if (!(await heardFrom(world, ACTIVITYWATCH)))
    throw new Problem(
      'refused',
      said`ActivityWatch is paused.`,
      said`Go on: stint source resume activitywatch`,
    );
  const fresh = await whatIsNew(world, person, spans);
  for (const span of fresh) await world.stores.evidence.putPresence(span);
  const days = new Set<LocalDay>();
  for (const span of fresh) for (const { day } of splitAtMidnight(span, person.zone)) days.add(day);
  const sorted = [...days].toSorted();
  await proposeFound(world, person, sorted);
  world.events.publish({ kind: 'sources' });
  return { spans: fresh.length, days: sorted, skipped: [...skipped] };
}

function readExport(text: string, path: string, person: Person): AfkExport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Problem('usage', said`${path} is no JSON.`, REMEDY, cause);
  }
  const read = readAfkExport(value, person.now);
  if (read === null) throw new Problem('usage', said`${path} is no export of ActivityWatch.`, REMEDY);
  if (!read.found)
    throw new Problem(
      'usage',
      said`There is no presence (an AFK bucket) in ${path}.`,
      said`${REMEDY} ${read.skipped.length} other buckets were left alone.`,
    );
  return read;
}

const REMEDY = said`Export the bucket aw-watcher-afk_… in ActivityWatch (Raw Data, Export as JSON). Nothing was changed.`;

/** Spans that are not known yet, and known ones that reach further now. */
async function whatIsNew(world: World, person: Person, spans: readonly AfkSpan[]): Promise<PresenceSpan[]> {
  const first = spans[0];
  if (first === undefined) return [];
  const end = spans.reduce((last, span) => latest(last, span.end), first.end);
  const before = await world.stores.evidence.presence(person.user, { start: first.start, end });
  const known = new Map(
    before
      .filter((span) => span.backend === AFK_BACKEND)
      .map((span) => [`${span.state} ${span.start}`, span]),
  );
  return spans.flatMap((span) => {
    const same = known.get(`${span.state} ${span.start}`);
    if (same === undefined)
      return [
        {
          ...span,
          id: world.ids.next(span.start),
          user: person.user,
          backend: AFK_BACKEND,
          zone: person.zone,
          open: false,
        },
      ];
    return span.end > same.end ? [{ ...same, end: span.end }] : [];
  });
}
