import { stretchesOf } from '../entries/overlap.ts';
import { activeSpans } from '../evidence/git-presence.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, lengthMs, subtract, union } from '../values/interval.ts';
import { minutesOfMs } from '../values/minutes.ts';
import type { AskingRules, DayToAsk, Question } from './questions.ts';

type GapQuestion = Question & { readonly span: Interval };

/** Time of the day that the person said is no entry: settled for every other question too. */
export const settledTime = ({ settled }: Pick<DayToAsk, 'settled'>): Interval[] =>
  settled.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt }));

/** Longer than this nobody is away for work: it is an afternoon off. In minutes. */
const LONGEST_AWAY = 240;

/**
 * Time that nothing explains: at the machine, or away between two times at it. Under a meeting it explains itself. Time
 * away is nobody's work by default (design §2 "Presence"): it is only asked about where the day would still lack as much
 * if the rest of its unexplained time were work. A lunch is then no question on a day that is full without it.
 */
export function gapQuestions(day: DayToAsk, rules: AskingRules): Question[] {
  const meetings = day.meetings.map(({ start, end }) => ({ start, end }));
  const present = subtract(day.gaps, meetings);
  const minutes = day.entries.reduce((sum, entry) => sum + entry.minutes, 0);
  // Settled time counts as spoken for: an answer never brings up another question.
  const spokenFor = minutesOfMs(coveredMs([...present, ...settledTime(day)]));
  const missing = day.target - minutes - spokenFor;
  const away = awayTime(day, meetings).filter((gap) => {
    const length = minutesOfMs(lengthMs(gap));
    return length <= LONGEST_AWAY && length <= missing;
  });
  const worth = (gap: Interval): boolean =>
    minutesOfMs(lengthMs(gap)) >= rules.shortestGap && isOver(gap, rules);
  return [
    ...present.filter(worth).map((gap) => questionOf(day, gap, false)),
    ...away.filter(worth).map((gap) => questionOf(day, gap, true)),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

/** What goes on is not asked about yet: the next commit may explain it. */
const isOver = (gap: Interval, { now, shortestGap }: AskingRules): boolean =>
  gap.end + shortestGap * 60_000 <= now;

/** Between the first and the last time at the machine, not at it, and nothing known of it. */
function awayTime(day: DayToAsk, meetings: readonly Interval[]): Interval[] {
  const active = union(activeSpans(day.presence));
  const [first, last] = [active[0], active.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Where presence could not be told, nobody knows that the person was away.
  const unknown = day.presence.filter(({ state }) => state === 'unknown');
  return subtract(
    [{ start: first.start, end: last.end }],
    [...active, ...unknown, ...meetings, ...day.entries.flatMap(stretchesOf), ...settledTime(day)],
  );
}

const questionOf = (day: DayToAsk, gap: Interval, away: boolean): GapQuestion => ({
  id: `gap:${gap.start}`,
  kind: 'gap',
  dates: [day.date],
  span: gap,
  minutes: minutesOfMs(coveredMs([gap])),
  title: '',
  entries: [],
  meeting: null,
  away,
});
