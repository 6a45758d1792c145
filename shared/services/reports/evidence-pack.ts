import type { Entry } from '../../entries/entry.ts';
import type { Session } from '../../evidence/session.ts';
import type { Contemporaneity, Pack, PackEntry, PackTicket } from '../../formats/evidence-pack/pack.ts';
import { contemporaneityOf } from '../../formats/evidence-pack/pack.ts';
import type { ChainedRecord, Trail } from '../../ports/audit-trail.ts';
import { idsIn } from '../../ports/audit-trail.ts';
import type { RowChange } from '../../ports/changes.ts';
import { JOB_ACTOR } from '../../ports/store-rules.ts';
import type { World } from '../../ports/world.ts';
import { qualifyingRd, rd } from '../../reports/rd.ts';
import type { Asked } from '../../reports/report.ts';
import type { DayRecord } from '../../review/day.ts';
import { groupBy } from '../../values/group.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import { dayInterval, dayOf } from '../../values/local-day.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';
import { gatherFacts } from './gather-facts.ts';

/**
 * What an R&D report rests on (document 4 §6.2): of every ticket that qualifies its entries, commits, sessions and
 * corrections, when each was captured and written down, and what the audit log has of them.
 */
export async function gatherPack(
  world: World,
  asked: Asked,
): Promise<{ pack: Pack; contemporaneity: Contemporaneity }> {
  const facts = await gatherFacts(world, personOf(world), rd, asked);
  const qualifying = new Map(qualifyingRd(facts, asked).map((one) => [one.about.id, one]));
  const users = await usersOf(world, asked, [...qualifying.keys()]);
  const { from, to } = asked.period;
  const entries: Entry[] = [];
  const days = new Map<string, DayRecord>();
  for (const user of users) {
    entries.push(...(await world.stores.entries.between(user, from, to)).filter((one) => isMeant(one)));
    for (const day of await world.stores.days.between(user, from, to)) days.set(`${user} ${day.date}`, day);
  }
  const trail = await world.audit.trail(new Set(entries.map(({ id }) => id)));
  const commits = await commitsOf(world, entries);
  const told = entries.map((entry) => packEntry(entry, { trail: trailOf(trail), commits, days }));
  const byTicket = groupBy(told, ({ entry }) => entry.ticket!);
  const tickets: PackTicket[] = [];
  for (const [id, own] of [...byTicket].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { about, category } = qualifying.get(id)!;
    tickets.push({
      id,
      title: about.title,
      type: about.type,
      category,
      rdCategory: about.rdCategory,
      entries: own,
      sessions: await sessionsOf(world, own),
    });
  }
  return {
    pack: {
      period: { from, to, label: asked.period.label },
      user: asked.user,
      tickets,
      log: {
        records: trail.records.map((record) => ({
          ...record,
          isWithheld: asked.user !== null && isAboutOthers(record, asked.user),
        })),
        links: trail.links,
        head: trail.head,
      },
    },
    contemporaneity: contemporaneityOf(told, ({ date, zone }) => dayInterval(date, zone).end),
  };

  function isMeant({ state, ticket, project }: Entry): boolean {
    if (state === 'deleted' || ticket === null || !qualifying.has(ticket)) return false;
    return asked.project === null || project === asked.project;
  }
}

async function usersOf(world: World, asked: Asked, tickets: readonly TicketId[]): Promise<string[]> {
  if (tickets.length === 0) return [];
  if (asked.user !== null) return [asked.user];
  const { from, to } = asked.period;
  const sums = await world.stores.reports.sums({ from, to, tickets }, ['user']);
  return sums.map(({ user }) => user).toSorted();
}

const hashesOf = ({ commits, evidence }: Entry): string[] => [
  ...new Set([...commits, ...evidence.filter(({ kind }) => kind === 'commit').map(({ ref }) => ref)]),
];

type Commits = readonly Pack['tickets'][number]['entries'][number]['commits'][number][];

async function commitsOf(world: World, entries: readonly Entry[]): Promise<Commits> {
  const names = new Map((await world.stores.repositories.list()).map(({ id, name }) => [id, name]));
  const commits = await world.audit.commitsNamed([...new Set(entries.flatMap(hashesOf))]);
  return commits.map((commit) => ({
    ...commit,
    repositoryName: names.get(commit.repository) ?? commit.repository,
  }));
}

/** The records of the log about each entry. */
function trailOf({ records }: Trail): ReadonlyMap<string, readonly ChainedRecord[]> {
  const found = new Map<string, ChainedRecord[]>();
  for (const record of records)
    for (const id of new Set(idsIn(record.changes))) found.set(id, [...(found.get(id) ?? []), record]);
  return found;
}

function packEntry(
  entry: Entry,
  known: {
    readonly trail: ReadonlyMap<string, readonly ChainedRecord[]>;
    readonly commits: Commits;
    readonly days: ReadonlyMap<string, DayRecord>;
  },
): PackEntry {
  const records = known.trail.get(entry.id) ?? [];
  // The time of a commit begins before it; what was observed is the commit itself.
  const observed = entry.evidence.flatMap(({ kind, startedAt }) => (kind === 'commit' ? [] : [startedAt]));
  const hashes = hashesOf(entry);
  const commits = known.commits.filter(({ hash }) => hashes.some((named) => hash.startsWith(named)));
  const capturedAt = least([...observed, ...commits.map(({ authoredAt }) => authoredAt)]);
  const recordedAt = records[0]?.at ?? entry.createdAt;
  // A job derives again as more is known; what a person changed is another matter.
  const changed = records
    .slice(1)
    .findLast(({ actor, operation }) => actor !== JOB_ACTOR && /^entry\./.test(operation));
  return {
    entry,
    commits,
    sessions: sessionIdsOf(entry),
    capturedAt,
    isCapturedSameDay: capturedAt !== null && dayOf(capturedAt, entry.zone) === entry.date,
    recordedAt,
    changedAt: changed?.at ?? null,
    isSameDay: dayOf(recordedAt, entry.zone) === entry.date,
    day: known.days.get(`${entry.user} ${entry.date}`) ?? null,
    log: records.map(({ seq }) => seq),
  };
}

const least = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, one) => (first === null || one < first ? one : first), null);

const sessionIdsOf = ({ key, evidence }: Entry): Id[] => [
  ...new Set([
    ...(key?.startsWith('timer:') === true ? [key.slice('timer:'.length) as Id] : []),
    ...evidence.filter(({ kind }) => kind === 'session').map(({ ref }) => ref as Id),
  ]),
];

async function sessionsOf(world: World, entries: readonly PackEntry[]): Promise<Session[]> {
  const ids = [...new Set(entries.flatMap(({ sessions }) => sessions as Id[]))];
  const found = await Promise.all(ids.map((id) => world.stores.sessions.get(id)));
  return found
    .filter((session) => session !== null)
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** A step may change rows of several people at once: an import of a team's days. */
function isAboutOthers({ changes }: ChainedRecord, user: string): boolean {
  return (JSON.parse(changes) as RowChange[]).some((change) => {
    const row = change.after ?? change.before;
    return row !== null && 'user' in row && row.user !== user;
  });
}
