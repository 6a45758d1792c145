import type { AgentRun } from '../../evidence/agent.ts';
import { activeSpans } from '../../evidence/git-presence.ts';
import type { World } from '../../ports/world.ts';
import { ticketOfRun } from '../../proposals/agent-lane.ts';
import type { LedgerDay, TicketedUse } from '../../reports/facts.ts';
import type { Interval } from '../../values/interval.ts';
import { clip, coveredMs } from '../../values/interval.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { dayOf, splitAtMidnight } from '../../values/local-day.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';

/** What agents did in the time: their tokens with the ticket that each run was about, and both ledgers by day. */
export interface AgentFacts {
  readonly uses: readonly TicketedUse[];
  readonly ledgers: readonly LedgerDay[];
}

/** @param project only runs that were about its tickets; null: all. */
export async function agentFacts(
  world: World,
  person: Person,
  period: Interval,
  project: string | null,
): Promise<AgentFacts> {
  const { agents, evidence } = world.stores;
  const [uses, runs, presence] = await Promise.all([
    agents.uses(period),
    agents.runs(person.user, period),
    evidence.presence(person.user, period),
  ]);
  const nameOf = (agent: string, run: string): string => `${agent}\n${run}`;
  const tickets = new Map(
    runs.map((run) => [nameOf(run.agent, run.id), ticketOfRun(run, person.rules.ticketPrefixes)]),
  );
  const isMeant = (ticket: TicketId | null): boolean =>
    project === null || projectOf(ticket, person) === project;
  const meant = runs.filter((run) => isMeant(tickets.get(nameOf(run.agent, run.id)) ?? null));
  return {
    uses: uses
      .map((use) => ({
        use,
        date: dayOf(use.at, person.zone),
        ticket: tickets.get(nameOf(use.agent, use.run)) ?? null,
      }))
      .filter(({ ticket }) => isMeant(ticket)),
    ledgers: ledgersOf(meant, activeSpans(presence), period, person.zone),
  };
}

/**
 * Both ledgers by day (design §2). Agents work side by side, so their minutes add up; a person is there once, so theirs
 * do not.
 */
function ledgersOf(
  runs: readonly AgentRun[],
  present: readonly Interval[],
  period: Interval,
  zone: Zone,
): LedgerDay[] {
  const worked = new Map<LocalDay, { ms: number; parts: Interval[] }>();
  for (const run of runs)
    for (const active of clip(run.active, [period]))
      for (const { day, part } of splitAtMidnight(active, zone)) {
        const its = worked.get(day) ?? { ms: 0, parts: [] };
        its.ms += part.end - part.start;
        its.parts.push(part);
        worked.set(day, its);
      }
  const there = new Map<LocalDay, Interval[]>();
  for (const span of present)
    for (const { day, part } of splitAtMidnight(span, zone))
      if (worked.has(day)) there.set(day, [...(there.get(day) ?? []), part]);
  return [...worked]
    .map(([date, { ms, parts }]) => ({
      date,
      agent: minutesOfMs(ms),
      attention: minutesOfMs(coveredMs(clip(parts, there.get(date) ?? []))),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function projectOf(ticket: TicketId | null, { rules }: Person): string | null {
  if (ticket === null) return null;
  const prefix = ticket.slice(0, ticket.lastIndexOf('-'));
  return rules.projectOfPrefix[prefix] ?? prefix;
}
