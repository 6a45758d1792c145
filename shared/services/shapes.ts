import type { EntryShape, RepositoryShape, SessionShape } from '../contract/shapes.ts';
import type { Repository } from '../evidence/commit.ts';
import type { Session } from '../evidence/session.ts';
import { workedMinutes } from '../evidence/session-time.ts';
import type { Entry } from '../entries/entry.ts';
import { isUnallocated } from '../entries/entry.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';

/** An instant that may be missing, as the outside sees it. */
export const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** A stretch of time, as the outside sees it. */
export const spanShapeOf = ({ start, end }: Interval): { startedAt: string; endedAt: string } => ({
  startedAt: formatInstant(start),
  endedAt: formatInstant(end),
});

/** An entry as design §4 names it. */
export function entryShapeOf(entry: Entry): EntryShape {
  return {
    id: entry.id,
    ticket: entry.ticket,
    project: entry.project,
    minutes: entry.minutes,
    rawMinutes: entry.rawMinutes,
    source: entry.source,
    description: entry.description,
    commits: [...entry.commits],
    unallocated: isUnallocated(entry),
    startedAt: instantOrNull(entry.startedAt),
    endedAt: instantOrNull(entry.endedAt),
    evidence: entry.evidence.map((piece) => ({
      ...piece,
      startedAt: formatInstant(piece.startedAt),
      endedAt: formatInstant(piece.endedAt),
    })),
  };
}

/** A session as design §4 names it; minutes up to `now` while it runs. */
export function sessionShapeOf(session: Session, now: Instant): SessionShape {
  return {
    id: session.id,
    title: session.title,
    ticket: session.ticket,
    type: session.type,
    status: session.status,
    startedAt: formatInstant(session.startedAt),
    endedAt: instantOrNull(session.endedAt),
    minutes: workedMinutes(session, now),
    recovered: session.recovered,
    recoverySource: session.recoverySource,
  };
}

export function repositoryShapeOf(repository: Repository): RepositoryShape {
  return {
    id: repository.id,
    name: repository.name,
    path: repository.path,
    lastScanAt: instantOrNull(repository.lastScanAt),
    problem: repository.lastProblem,
  };
}
