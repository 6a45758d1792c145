import type { Entry } from '../../entries/entry.ts';
import type { TimeRecord } from '../../formats/time-record.ts';
import type { World } from '../../ports/world.ts';
import { projectOfTicket } from '../../proposals/piece.ts';
import { said } from '../../values/said.ts';
import { fnv1a64 } from '../../values/text-hash.ts';
import type { Person } from '../person.ts';

/**
 * What a file tells of a day that no entry says already. Equal ones count: twice the same quarter of an hour is half
 * an hour. What was imported and deleted since stays deleted.
 */
export function newEntries(
  world: World,
  person: Person,
  from: { readonly user: string; readonly format: string },
  records: readonly TimeRecord[],
  before: readonly Entry[],
): Entry[] {
  const keys = new Set(before.map(({ key }) => key));
  const there = new Map<string, number>();
  for (const entry of before) if (entry.state !== 'deleted') count(there, contentOf(entry));
  const told = new Map<string, number>();
  return records.flatMap((record) => {
    const content = contentOf(record);
    const nth = count(told, content);
    const key = `import:${from.format}:${fnv1a64(content)}:${nth}`;
    const isKnown = keys.has(key) || nth <= (there.get(content) ?? 0);
    return isKnown ? [] : entryOf(world, person, from.user, record, key);
  });
}

function count(counts: Map<string, number>, content: string): number {
  const next = (counts.get(content) ?? 0) + 1;
  counts.set(content, next);
  return next;
}

/** What every format can tell of an entry; clocks and sources get lost on the way through some. */
const contentOf = ({ ticket, minutes, description }: Pick<Entry, 'ticket' | 'minutes' | 'description'>) =>
  JSON.stringify([ticket, minutes, description.replace(/\s+/gu, ' ').trim()]);

function entryOf(world: World, person: Person, user: string, record: TimeRecord, key: string): Entry {
  const { ticket, minutes, startedAt, endedAt, date, source, description, commits } = record;
  return {
    id: world.ids.next(person.now),
    user,
    date,
    ticket,
    project: record.project ?? projectOfTicket(ticket, person.rules),
    minutes,
    rawMinutes: minutes,
    source,
    description,
    commits,
    startedAt,
    endedAt,
    zone: person.zone,
    evidence: [],
    spans: startedAt !== null && endedAt !== null ? [{ start: startedAt, end: endedAt }] : [],
    state: 'accepted',
    key,
    correction: minutes < 0 ? { reason: description || said`imported`, of: null } : null,
    createdAt: person.now,
    updatedAt: person.now,
    revision: 1,
  };
}
