import { attentionMinutes, attentionShares, isUnknown } from '../../evidence/dev-attention.ts';
import { costRulesOf, sessionCost } from '../../evidence/dev-cost.ts';
import { runsOfSessions } from '../../evidence/dev-runs.ts';
import type { DevSession, Outcome } from '../../evidence/dev-session.ts';
import { workedIntervals } from '../../evidence/session-time.ts';
import type { World } from '../../ports/world.ts';
import type { Id } from '../../values/ids.ts';
import { earliest, instant, latest } from '../../values/instant.ts';
import { coveredMs } from '../../values/interval.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import type { Person } from '../person.ts';
import { readEvidence } from '../sources/read-sources.ts';

/** What a session came to, but for git. */
export type Reckoned = Omit<Outcome, 'git' | 'gitProblem'>;

/** Whoever asks what a session costs waits so long for what agents just did to be read, in ms. */
const PATIENCE_MS = 3_000;

/** Reads what agents left since the last look. */
export const readAgents = async (
  world: World,
  person: Person,
  since: DevSession,
  freshMs: number,
): Promise<void> =>
  void (await readEvidence(world, person, {
    since: since.startedAt,
    way: 'local',
    patienceMs: PATIENCE_MS,
    freshMs,
  }));

/**
 * Attention, agents' time and cost of sessions, as of now. All sessions of the time are looked at, for a minute or token
 * is in one of them alone.
 */
export async function reckon(
  world: World,
  person: Person,
  sessions: readonly DevSession[],
): Promise<ReadonlyMap<Id, Reckoned>> {
  const [first, ...others] = sessions;
  if (first === undefined) return new Map();
  const { now, user } = person;
  const ends = (session: DevSession) => session.endedAt ?? now;
  const time = {
    start: earliest(first.startedAt, ...others.map((one) => one.startedAt)),
    end: instant(latest(ends(first), ...others.map(ends)) + 1),
  };
  const { stores } = world;
  const [around, presence, timers, runs, uses] = await Promise.all([
    stores.devSessions.overlapping(user, time),
    stores.evidence.presence(user, time),
    stores.sessions.overlapping(user, time),
    stores.agents.runs(user, time),
    stores.agents.uses(time),
  ]);
  // As they are to become, where they are about to change.
  const asked = new Map(sessions.map((session) => [session.id, session]));
  const all = [...around.filter(({ id }) => !asked.has(id)), ...sessions];
  const attended = { presence, timers };
  const shares = attentionShares(all, attended, now);
  const prefixes = person.rules.ticketPrefixes;
  const agents = runsOfSessions(all, runs, uses, { prefixes, now });
  const rules = costRulesOf(person.settings);
  return new Map(
    sessions.map((session) => {
      const own = agents.get(session.id);
      return [
        session.id,
        {
          attentionMinutes: attentionMinutes(shares.get(session.id) ?? 0),
          attentionUnknown: isUnknown(workedIntervals(session, now), attended, now),
          // Agents work side by side: their minutes add up.
          agentMinutes: minutesOfMs((own?.active ?? []).reduce((ms, one) => ms + coveredMs([one]), 0)),
          cost: sessionCost(
            {
              uses: own?.uses ?? [],
              reported: session.uses,
              images: session.images,
              searches: session.searches,
              complexity: session.complexity,
            },
            rules,
          ),
        },
      ];
    }),
  );
}

/** As `reckon`, for those that are open; what a completed one came to was kept. */
export async function reckonOpen(
  world: World,
  person: Person,
  sessions: readonly DevSession[],
): Promise<ReadonlyMap<Id, Reckoned>> {
  return reckon(
    world,
    person,
    sessions.filter(({ status }) => status === 'active' || status === 'paused'),
  );
}
