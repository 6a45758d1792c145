import type { DevSessionStats } from '../../contract/dev-session-shapes.ts';
import type { DevSession } from '../../evidence/dev-session.ts';
import { workedMinutes } from '../../evidence/session-time.ts';
import type { DevSessionSum } from '../../ports/dev-session-store.ts';
import type { World } from '../../ports/world.ts';
import { instant } from '../../values/instant.ts';
import { contains } from '../../values/interval.ts';
import { dayOf } from '../../values/local-day.ts';
import { personOf } from '../person.ts';
import { daysFrom } from './list.ts';
import type { Reckoned } from './reckon.ts';
import { reckon } from './reckon.ts';

type Sums = DevSessionStats['totals'];

const NOTHING: Sums = {
  sessions: 0,
  durationMinutes: 0,
  attentionMinutes: 0,
  agentMinutes: 0,
  commits: 0,
  filesChanged: 0,
  linesAdded: 0,
  linesRemoved: 0,
  tokens: 0,
  costUsd: 0,
  costUnits: 0,
};

/**
 * What sessions came to, in all, by type and by project. Completed ones are added up by the store; open ones as of now
 * are added to them; dropped ones are only counted. @throws Problem `usage`.
 */
export async function devSessionStats(
  world: World,
  input: { from?: string | undefined; to?: string | undefined; project?: string | undefined },
): Promise<DevSessionStats> {
  const person = personOf(world);
  const { from, to, project } = input;
  const began =
    from === undefined && to === undefined
      ? undefined
      : daysFrom(from ?? '1970-01-01', to ?? 'today', person);
  const sums = await world.stores.devSessions.sums(person.user, { began, project });
  const open = (await world.stores.devSessions.open(person.user)).filter(
    (session) =>
      (began === undefined || contains(began, session.startedAt)) &&
      (project === undefined || session.project === project),
  );
  const live = await reckon(world, person, open);
  const rows = [
    ...sums.filter(({ status }) => status === 'completed'),
    ...open.map((session) => rowOf(session, live.get(session.id)!, workedMinutes(session, person.now))),
  ];
  const counted = (status: DevSession['status']): number =>
    sums.filter((sum) => sum.status === status).reduce((n, sum) => n + sum.sessions, 0);
  return {
    from: began === undefined || from === undefined ? null : dayOf(began.start, person.zone),
    to: began === undefined ? null : dayOf(instant(began.end - 1), person.zone),
    unit: person.settings['dev.unit'],
    totals: tidy(rows.reduce(plus, NOTHING)),
    byStatus: {
      active: counted('active'),
      paused: counted('paused'),
      completed: counted('completed'),
      cancelled: counted('cancelled'),
    },
    byType: grouped(rows, (row) => row.type).map(([type, sum]) => ({ type, ...sum })),
    byProject: grouped(rows, (row) => row.project).map(([of, sum]) => ({ project: of, ...sum })),
  };
}

const rowOf = (
  { type, project, status }: DevSession,
  { attentionMinutes, agentMinutes, cost }: Reckoned,
  durationMinutes: number,
): DevSessionSum => ({
  ...NOTHING,
  type,
  project,
  status,
  sessions: 1,
  durationMinutes,
  attentionMinutes,
  agentMinutes,
  tokens: cost.tokens.total,
  costUsd: cost.total.usd,
  costUnits: cost.total.units,
});

/** Those with the most time first. */
function grouped<K>(rows: readonly DevSessionSum[], by: (row: DevSessionSum) => K): [K, Sums][] {
  const groups = new Map<K, Sums>();
  for (const row of rows) groups.set(by(row), plus(groups.get(by(row)) ?? NOTHING, row));
  return [...groups]
    .map(([key, sum]): [K, Sums] => [key, tidy(sum)])
    .toSorted(([, a], [, b]) => b.durationMinutes - a.durationMinutes || b.sessions - a.sessions);
}

const plus = (sum: Sums, row: Sums): Sums => ({
  sessions: sum.sessions + row.sessions,
  durationMinutes: sum.durationMinutes + row.durationMinutes,
  attentionMinutes: sum.attentionMinutes + row.attentionMinutes,
  agentMinutes: sum.agentMinutes + row.agentMinutes,
  commits: sum.commits + row.commits,
  filesChanged: sum.filesChanged + row.filesChanged,
  linesAdded: sum.linesAdded + row.linesAdded,
  linesRemoved: sum.linesRemoved + row.linesRemoved,
  tokens: sum.tokens + row.tokens,
  costUsd: sum.costUsd + row.costUsd,
  costUnits: sum.costUnits + row.costUnits,
});

const tidy = (sum: Sums): Sums => ({
  ...sum,
  costUsd: Math.round(sum.costUsd * 1e6) / 1e6,
  costUnits: Math.round(sum.costUnits * 100) / 100,
});
