import type { AgentRun, AgentUse } from '../../evidence/agent.ts';
import { sumUses } from '../../evidence/cost.ts';
import { PRICES_AS_OF } from '../../evidence/model-prices.ts';
import type { World } from '../../ports/world.ts';
import { attentionOf, ticketOfRun } from '../../proposals/agent-lane.ts';
import { projectOfTicket } from '../../proposals/piece.ts';
import { formatInstant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { clip, coveredMs } from '../../values/interval.ts';
import { dayInterval } from '../../values/local-day.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { historyAtRisk } from './claude-source.ts';
import { readEvidence } from './read-sources.ts';
import type { Person } from '../person.ts';
import { dayNamed, personOf } from '../person.ts';

/** Whoever asks for runs waits so long for what is being read, in ms. */
const PATIENCE_MS = 3_000;

/**
 * The two ledgers of a day (design §2): what agents worked, with tokens and costs, and what of it the person was
 * present for. Agents work side by side, so their minutes add up; a person is there once, so theirs do not.
 * @throws Problem `usage` when it is no day.
 */
export async function showAgentRuns(world: World, input: { date: string }) {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  const day = dayInterval(date, person.zone);
  await readEvidence(world, person, { since: day.start, way: 'local', patienceMs: PATIENCE_MS, freshMs: 0 });
  const [runs, uses, presence] = await Promise.all([
    world.stores.agents.runs(person.user, day),
    world.stores.agents.uses(day),
    world.stores.evidence.presence(person.user, day),
  ]);
  const attention = new Map(runs.map((run) => [run, clip(attentionOf(run, presence), [day])]));
  const shapes = runs.map((run) => shapeOf(run, day, attention.get(run) ?? [], usesOf(run, uses), person));
  const sum = sumUses(uses, person.settings['agent.prices']);
  const { input: read, output, cacheWrite, cacheRead, costUsd } = sum;
  return {
    date,
    runs: shapes,
    totals: {
      agentMinutes: minutesOfMs(runs.reduce((ms, run) => ms + coveredMs(clip(run.active, [day])), 0)),
      attentionMinutes: minutesOfMs(coveredMs([...attention.values()].flat())),
      input: read,
      output,
      cacheWrite,
      cacheRead,
      costUsd: cents(costUsd),
    },
    warnings: await warningsOf(world, person, sum.unpriced),
  };
}

const usesOf = (run: AgentRun, uses: readonly AgentUse[]): AgentUse[] =>
  uses.filter((use) => use.agent === run.agent && use.run === run.id);

function shapeOf(
  run: AgentRun,
  day: Interval,
  attention: readonly Interval[],
  uses: readonly AgentUse[],
  { rules, settings }: Person,
) {
  const ticket = ticketOfRun(run, rules.ticketPrefixes);
  const folder = run.cwd?.split(/[\\/]/).findLast((part) => part !== '') ?? null;
  const { models, costUsd } = sumUses(uses, settings['agent.prices']);
  return {
    agent: run.agent,
    id: run.id,
    // What it is called where titles are not kept: where it worked.
    title: run.title || [folder, run.branch].filter(Boolean).join(' · '),
    ticket,
    project: ticket === null ? folder : projectOfTicket(ticket, rules),
    branch: run.branch,
    startedAt: formatInstant(run.startedAt),
    endedAt: run.ended === null ? null : formatInstant(run.aliveAt),
    ended: run.ended,
    agentMinutes: minutesOfMs(coveredMs(clip(run.active, [day]))),
    attentionMinutes: minutesOfMs(coveredMs(attention)),
    models: models.map((model) => ({ ...model, costUsd: cents(model.costUsd) })),
    costUsd: cents(costUsd),
  };
}

/** Costs to a millionth of a dollar: sums of binary fractions have a tail nobody means. */
const cents = (usd: number): number => Math.round(usd * 1e6) / 1e6;

async function warningsOf(world: World, person: Person, unpriced: readonly string[]): Promise<string[]> {
  const warnings: string[] = [];
  if (unpriced.length > 0) {
    warnings.push(
      said`No price is known for ${unpriced.join(', ')} (prices are of ${PRICES_AS_OF}); its tokens cost nothing here. Set agent.prices.`,
    );
  }
  const atRisk = await historyAtRisk(world, person);
  if (atRisk !== null) warnings.push(atRisk);
  return warnings;
}
