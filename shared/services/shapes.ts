import type { z } from 'zod';
import type { EntryShape, RepositoryShape, SessionShape, settledGapShape } from '../contract/shapes.ts';
import type { Repository } from '../evidence/commit.ts';
import type { Session } from '../evidence/session.ts';
import { workedMinutes } from '../evidence/session-time.ts';
import type { Entry } from '../entries/entry.ts';
import { isUnallocated } from '../entries/entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { minutesOfMs } from '../values/minutes.ts';

/** An instant that may be missing, as the outside sees it. */
export const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** A stretch of time, as the outside sees it. */
export const spanShapeOf = ({ start, end }: Interval): { startedAt: string; endedAt: string } => ({
  startedAt: formatInstant(start),
  endedAt: formatInstant(end),
});

/** A gap that was settled without an entry. */
export const settledGapShapeOf = (gap: SettledGap): z.infer<typeof settledGapShape> => ({
  id: gap.id,
  ...spanShapeOf({ start: gap.startedAt, end: gap.endedAt }),
  minutes: minutesOfMs(gap.endedAt - gap.startedAt),
  verdict: gap.verdict,
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
