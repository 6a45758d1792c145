import type { DevSessionShape } from '../../contract/dev-session-shapes.ts';
import { ticketsOf } from '../../evidence/dev-attention.ts';
import type { DevSession } from '../../evidence/dev-session.ts';
import { workedMinutes } from '../../evidence/session-time.ts';
import type { World } from '../../ports/world.ts';
import type { Id } from '../../values/ids.ts';
import { formatInstant } from '../../values/instant.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { instantOrNull, spanShapeOf } from '../shapes.ts';
import { titlesOfTickets } from '../sources/ticket-titles.ts';
import type { Compared } from './compare-git.ts';
import type { Reckoned } from './reckon.ts';
import { reckonOpen } from './reckon.ts';

const NOTHING_COMPARED: ReadonlyMap<Id, Compared> = new Map();

/** Sessions as the outside sees them; of open ones the numbers are as of now. */
export async function devSessionShapes(
  world: World,
  person: Person,
  sessions: readonly DevSession[],
  compared: ReadonlyMap<Id, Compared> = NOTHING_COMPARED,
): Promise<DevSessionShape[]> {
  const live = await reckonOpen(world, person, sessions);
  const titles = await titlesOfTickets(
    world,
    sessions.flatMap((session) => [...ticketsOf(session)]),
  );
  return sessions.map((session) => {
    const { id } = session;
    return shapeOf(session, live.get(id) ?? null, compared.get(id) ?? null, titles, person);
  });
}

/**
 * One session as the outside sees it.
 * @param compared what changed so far, of one that is open, where that was asked; of one that is over it is kept.
 */
export async function devSessionShape(
  world: World,
  person: Person,
  session: DevSession,
  compared: Compared | null = null,
): Promise<DevSessionShape> {
  const known = compared === null ? NOTHING_COMPARED : new Map([[session.id, compared]]);
  return (await devSessionShapes(world, person, [session], known))[0]!;
}

function shapeOf(
  session: DevSession,
  live: Reckoned | null,
  compared: Compared | null,
  titles: ReadonlyMap<TicketId, string>,
  { now, settings }: Person,
): DevSessionShape {
  const { outcome } = session;
  const known = outcome ?? live;
  const { git, gitProblem } = outcome ?? compared ?? { git: null, gitProblem: null };
  return {
    id: session.id,
    title: session.title,
    type: session.type,
    status: session.status,
    ticket: session.ticket,
    project: session.project,
    board: session.board,
    createdBy: session.createdBy,
    startedAt: formatInstant(session.startedAt),
    endedAt: instantOrNull(session.endedAt),
    pausedAt: instantOrNull(session.pausedAt),
    pauses: session.pauses.map(spanShapeOf),
    durationMinutes: workedMinutes(session, now),
    attentionMinutes: known?.attentionMinutes ?? 0,
    attentionUnknown: known?.attentionUnknown ?? false,
    agentMinutes: known?.agentMinutes ?? 0,
    recovered: session.recovered,
    timer: session.timer,
    repository: session.repository,
    branch: session.branch,
    startCommit: session.startCommit,
    endCommit: outcome?.git?.endCommit ?? null,
    commits: git?.commits ?? 0,
    merges: git?.merges ?? 0,
    filesChanged: git?.files ?? 0,
    binaryFiles: git?.binaryFiles ?? 0,
    linesAdded: git?.linesAdded ?? 0,
    linesRemoved: git?.linesRemoved ?? 0,
    gitStart: git?.start ?? null,
    gitProblem,
    tokens: known?.cost.tokens.total ?? 0,
    costUsd: known?.cost.total.usd ?? 0,
    costUnits: known?.cost.total.units ?? 0,
    unit: known?.cost.unit ?? settings['dev.unit'],
    complexity: session.complexity,
    images: session.images,
    searches: session.searches,
    linkedTasks: session.links.map(({ ticket, relationship, at }) => ({
      ticket,
      title: titles.get(ticket) ?? null,
      relationship,
      linkedAt: formatInstant(at),
    })),
    summary: session.summary,
    keyChanges: [...session.keyChanges],
    nextSteps: [...session.nextSteps],
    activities: session.activities.map(({ at, text }) => ({ at: formatInstant(at), text })),
    updatedAt: formatInstant(session.updatedAt),
  };
}
