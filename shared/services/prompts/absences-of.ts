import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { workedIntervals } from '../../evidence/session-time.ts';
import type { PresenceSpan } from '../../evidence/presence.ts';
import type { World } from '../../ports/world.ts';
import type { ReturnFacts } from '../../review/idle-return.ts';
import { absencesToAsk } from '../../review/idle-return.ts';
import type { AbsencesPrompt, PromptNotes } from '../../review/prompt.ts';
import type { Instant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { clip } from '../../values/interval.ts';
import type { Person } from '../person.ts';
import { OUT_OF_SESSIONS, sessionsDuring } from './leave-out.ts';
import type { PromptRules } from './prompt-rules.ts';

interface Given {
  readonly rules: PromptRules;
  readonly blocks: readonly Interval[];
  readonly presence: readonly PresenceSpan[];
  readonly meetings: readonly CalendarEvent[];
  readonly notes: PromptNotes;
}

/** Absences of today that nothing explains, as one list; null: none. Evidence is only looked up where there may be one. */
export async function absencesOf(
  world: World,
  person: Person,
  { rules, blocks, presence, meetings, notes }: Given,
): Promise<AbsencesPrompt | null> {
  if (!rules.absences) return null;
  const told = [...notes.values()].filter(({ key, answer }) => key.startsWith('absence:') && answer !== null);
  const plain: ReturnFacts = {
    presence,
    blocks,
    meetings,
    explained: [],
    signs: [],
    answered: told.flatMap(({ detail, span }) => (detail === null && span !== null ? [span] : [])),
    thresholdMs: rules.absenceMs,
  };
  const maybe = absencesToAsk(plain);
  const first = maybe[0];
  if (first === undefined) return null;
  const whole = { start: first.start, end: maybe.at(-1)!.end };
  const [entries, gaps, signs, sessions] = await Promise.all([
    world.stores.entries.between(person.user, person.today, person.today),
    world.stores.gaps.between(person.user, person.today, person.today),
    signsOf(world, person, whole),
    sessionsDuring(world, person, whole),
  ]);
  // What was booked and taken back by undo is asked about again; what was deleted is not.
  const there = new Set<string>(entries.map(({ id }) => id));
  const booked = told.flatMap(({ detail, span }) =>
    detail !== null && there.has(detail) && span !== null ? [span] : [],
  );
  // So is a break that was given back to the session it had been left out of.
  const counted = sessions.flatMap((session) => workedIntervals(session, person.now));
  const leftOut = told.flatMap(({ detail, span }) =>
    detail === OUT_OF_SESSIONS && span !== null && clip(counted, [span]).length === 0 ? [span] : [],
  );
  const absences = absencesToAsk({
    ...plain,
    // What a session counted by itself is in question: it ran on while nobody was there.
    explained: [
      ...entries.flatMap(({ state, source, spans }) =>
        state === 'deleted' || source === 'timer' ? [] : spans,
      ),
      ...gaps.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt })),
    ],
    answered: [...plain.answered, ...booked, ...leftOut],
    signs,
  });
  if (absences.length === 0) return null;
  return { kind: 'absences', key: 'absences', topic: 'absences', since: absences[0]!.end, absences };
}

/** When the person did something that the machine's input does not show. */
async function signsOf(world: World, person: Person, within: Interval): Promise<Instant[]> {
  const { evidence, tools } = world.stores;
  const [commits, beats, marks] = await Promise.all([
    evidence.commits(person.settings['identity.emails'], within),
    tools.beats(person.user, within),
    tools.marks(person.user, within),
  ]);
  return [...commits.map(({ authoredAt }) => authoredAt), ...[...beats, ...marks].map(({ at }) => at)];
}
