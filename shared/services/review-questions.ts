import type { BookingState } from '../contract/booking-shapes.ts';
import type { OpenQuestions, QuestionShape } from '../contract/question-operations.ts';
import type { Entry } from '../entries/entry.ts';
import { workingMeetings } from '../evidence/working-meetings.ts';
import type { World } from '../ports/world.ts';
import { askWeek } from '../review/ask-week.ts';
import type { DayToAsk, Question } from '../review/questions.ts';
import { inOrder, secondsFor, waitsFor } from '../review/questions.ts';
import { suggestTickets } from '../review/suggest-tickets.ts';
import { targetOf } from '../settings/rules.ts';
import { daysOfWeek } from '../values/iso-week.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dayInterval, weekdayOf } from '../values/local-day.ts';
import type { DayMaterial } from './day-material.ts';
import { readDay } from './day-material.ts';
import { proposeDay, refreshAndPropose } from './derive-day.ts';
import type { Person } from './person.ts';
import { personOf, weekNamed } from './person.ts';
import { entryShapeOf, instantOrNull } from './shapes.ts';
import { titlesOf } from './week.ts';

/** How far back it is looked what was worked on, in days. */
const DAYS_BACK = 28;

/** Suggestions of one question: what fits the number keys and the eye. */
const MOST_SUGGESTED = 5;

/**
 * What is open in a week, in the order it is asked, with the tickets that answers are likely to be, and about how long
 * answering takes.
 * @param input.look reads new evidence first: who asks again after each answer must not wait for git.
 * @param booked what became of the entries of a week at the provider; asked only where there is one and days are submitted.
 * @throws Problem `usage`.
 */
export async function openQuestions(
  world: World,
  input: { week: string; look?: boolean | undefined },
  booked: (week: string) => Promise<readonly BookingState[]>,
): Promise<OpenQuestions> {
  const person = personOf(world);
  const week = weekNamed(input.week, person);
  const days = daysOfWeek(week);
  if (input.look) await refreshAndPropose(world, person, days);
  else for (const day of days) await proposeDay(world, person, day);
  const { read, asked } = await askDays(world, person, days);
  const [first, last] = [days[0]!, days.at(-1)!];
  const isOut = read.some(({ status }) => status === 'submitted');
  const states = isOut && person.settings['booking.provider'] !== 'none' ? await booked(week) : [];
  const remote = remoteQuestions(
    read.flatMap((day) => day.entries),
    states,
  );
  const questions = inOrder([...asked, ...remote]);
  return {
    week,
    questions: questions.length === 0 ? [] : await inShape(world, person, questions, first, last),
    seconds: secondsFor(questions),
  };
}

/** Days as they stand, and what they ask but for what only the provider knows. @param days in order. */
export async function askDays(
  world: World,
  person: Person,
  days: readonly LocalDay[],
): Promise<{ readonly read: readonly DayMaterial[]; readonly asked: readonly Question[] }> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { read: [], asked: [] };
  const read: DayMaterial[] = [];
  for (const day of days) read.push(await readDay(world, person, day));
  const asked = askWeek(
    read.map((day) => toAsk(day, person)),
    {
      now: person.now,
      today: person.today,
      shortestGap: person.settings['review.shortestGap'],
      attended: await attendedSeries(world, person, first, last),
    },
  );
  return { read, asked };
}

const toAsk = (day: DayMaterial, { settings, rules }: Person): DayToAsk => ({
  date: day.date,
  status: day.status,
  entries: day.entries,
  gaps: day.derivation.gaps,
  settled: day.settledGaps,
  presence: day.evidence.presence,
  meetings: workingMeetings(day.evidence.events, rules.meetings),
  target: targetOf(settings, weekdayOf(day.date)),
});

async function attendedSeries(
  world: World,
  { zone }: Person,
  first: LocalDay,
  last: LocalDay,
): Promise<Set<string>> {
  const events = await world.stores.calendar.between({
    start: dayInterval(addDays(first, -DAYS_BACK), zone).start,
    end: dayInterval(last, zone).end,
  });
  return new Set(events.flatMap((event) => (event.attended === true ? [event.series ?? event.title] : [])));
}

/** One question for all that the provider has otherwise, or refused: the sheet of the week settles them together. */
export function remoteQuestions(of: readonly Entry[], states: readonly BookingState[]): Question[] {
  const wrong = new Set(
    states.filter(({ state }) => state === 'differs' || state === 'failed').map(({ entryId }) => entryId),
  );
  const entries = of.filter(({ id }) => wrong.has(id));
  if (entries.length === 0) return [];
  return [
    {
      id: 'remote',
      kind: 'remote',
      dates: [...new Set(entries.map(({ date }) => date))],
      span: null,
      minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      title: '',
      entries,
      meeting: null,
      away: false,
    },
  ];
}

async function inShape(
  world: World,
  person: Person,
  questions: readonly Question[],
  first: LocalDay,
  last: LocalDay,
): Promise<QuestionShape[]> {
  const lately = await world.stores.entries.between(person.user, addDays(first, -DAYS_BACK), last);
  const history = lately.filter(({ state }) => state !== 'deleted');
  const suggested = questions.map((question) =>
    WITHOUT_TICKET.has(question.kind) ? [] : suggestTickets(question, history, MOST_SUGGESTED),
  );
  const titles = await titlesOf(
    world,
    person,
    suggested.flatMap((list) => list.map(({ ticket }) => ticket)),
  );
  return questions.map((question, at) => ({
    id: question.id,
    kind: question.kind,
    dates: [...question.dates],
    startedAt: instantOrNull(question.span?.start ?? null),
    endedAt: instantOrNull(question.span?.end ?? null),
    minutes: question.minutes,
    title: question.title,
    entries: question.entries.map(entryInQuestion),
    meeting: question.meeting,
    away: question.away,
    waitsFor: waitsFor(question, questions),
    suggestions: suggested[at]!.map((one) => ({ ...one, title: titles.get(one.ticket) ?? '' })),
  }));
}

/** Questions that no ticket is an answer to. */
const WITHOUT_TICKET: ReadonlySet<Question['kind']> = new Set(['overlap', 'attend', 'remote', 'day']);

function entryInQuestion(entry: Entry): QuestionShape['entries'][number] {
  const { id, ticket, minutes, source, description, startedAt, endedAt } = entryShapeOf(entry);
  return { id, ticket, minutes, source, description, startedAt, endedAt, date: entry.date };
}
