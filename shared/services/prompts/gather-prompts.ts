import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { PresenceSpan } from '../../evidence/presence.ts';
import type { Session } from '../../evidence/session.ts';
import { workingMeetings } from '../../evidence/working-meetings.ts';
import type { World } from '../../ports/world.ts';
import { ticketOfMeeting } from '../../proposals/calendar-lane.ts';
import { budgetWarnings, warningKeys } from '../../review/budget-warnings.ts';
import { monthlyPrompts } from '../../review/monthly-notes.ts';
import type { MeetingFacts } from '../../review/meeting-switch.ts';
import { meetingOverPrompt, meetingPrompt, nextMeetingTurn } from '../../review/meeting-switch.ts';
import type { BudgetPrompt, Prompt, PromptNotes } from '../../review/prompt.ts';
import { notesByKey, snoozedUntil } from '../../review/prompt.ts';
import { endOfDayPrompt, nextReminder, weekPrompt } from '../../review/reminders.ts';
import { becomesLong, sessionPrompt } from '../../review/session-watch.ts';
import type { SessionFacts } from '../../review/session-watch.ts';
import { pauseEnds } from '../../review/telling.ts';
import { triggerPrompts } from '../../review/trigger.ts';
import type { Instant } from '../../values/instant.ts';
import { earliest, formatInstant, instant, plusMs } from '../../values/instant.ts';
import { coveredMs } from '../../values/interval.ts';
import { dayInterval, dayOf, daysBetween, weekdayOf } from '../../values/local-day.ts';
import { blocksOn } from '../../values/work-blocks.ts';
import type { Person } from '../person.ts';
import { absencesOf } from './absences-of.ts';
import { budgetStates } from './budget-states.ts';
import { daysAtAGlance } from './days-at-a-glance.ts';
import type { PromptRules } from './prompt-rules.ts';
import { promptRules } from './prompt-rules.ts';

/** What waits now, and what deciding to tell it needs. */
export interface Gathered {
  /** Without what is put off; the most pressing first. */
  readonly prompts: readonly Prompt[];
  readonly notes: PromptNotes;
  /** Of today, those that are working time. */
  readonly meetings: readonly CalendarEvent[];
  /** The next instant at which time alone changes something. */
  readonly due: Instant;
}

/** Answers older than this are about days nobody is asked about any more. */
const NOTES_BACK_MS = 30 * 86_400_000;
/** Who ran no session for two weeks does not use them. */
const SESSIONS_BACK_MS = 14 * 86_400_000;
/** So much time at the machine makes a day worth a look, though nothing was booked. */
const SEEN_MS = 15 * 60_000;

/** Reads what prompts are made of and makes them. A few indexed reads; nothing is derived, nobody outside is asked. */
export async function gatherPrompts(world: World, person: Person): Promise<Gathered> {
  const { stores } = world;
  const { user, now, today, zone } = person;
  const day = dayInterval(today, zone);
  const rules = promptRules(person.settings);
  const [noted, presence, events, days, [open = null], [latest]] = await Promise.all([
    stores.prompts.since(user, plusMs(now, -NOTES_BACK_MS)),
    stores.evidence.presence(user, day),
    stores.calendar.between(day),
    daysAtAGlance(world, person),
    stores.sessions.open(user),
    stores.sessions.recent(user, 1),
  ]);
  const notes = notesByKey(noted);
  const meetings = workingMeetings(events, person.rules.meetings);
  const reminders = {
    now,
    zone,
    days,
    wasSeenToday: seenMs(presence) >= SEEN_MS,
    rules,
    notes,
  };
  const switching: MeetingFacts = {
    now,
    meetings: meetings.map((event) => ({
      key: `${event.id}@${formatInstant(event.start)}`,
      title: event.title,
      ticket: ticketOfMeeting(event, person.rules).ticket,
      start: event.start,
      end: event.end,
    })),
    running: running(open),
    usesSessions: latest !== undefined && latest.startedAt >= now - SESSIONS_BACK_MS,
    notes,
  };
  const watch = await sessionFacts(world, person, rules, open, notes);
  const blocks = rules.days.includes(weekdayOf(today)) ? blocksOn(rules.blocks, today, zone) : [];
  const all = [
    rules.meetings ? meetingPrompt(switching) : null,
    rules.meetings ? meetingOverPrompt(switching) : null,
    await absencesOf(world, person, { rules, blocks, presence, meetings, notes }),
    ...triggerPrompts(notes, running(open), now),
    sessionPrompt(watch),
    endOfDayPrompt(reminders),
    weekPrompt(reminders),
    ...monthlyPrompts(notes, now),
    ...(await budgetPrompts(world, person, rules, notes)),
  ].filter((prompt) => prompt !== null);
  const snoozes = noted.flatMap((note) => snoozedUntil(notes, note.key, now) ?? []);
  return {
    prompts: all.filter(({ topic }) => snoozedUntil(notes, topic, now) === null),
    notes,
    meetings,
    due: earliest(
      day.end,
      ...[
        nextReminder(reminders),
        nextMeetingTurn(meetings, now),
        becomesLong(watch),
        pauseEnds(notes, now),
      ].filter((at) => at !== null),
      ...snoozes,
    ),
  };
}

const seenMs = (presence: readonly PresenceSpan[]): number =>
  coveredMs(presence.filter(({ state }) => state === 'active'));

function running(session: Session | null): MeetingFacts['running'] {
  if (session?.status !== 'active') return null;
  const { ticket, title, startedAt } = session;
  const what = ticket === null || title === ticket ? title : `${ticket} ${title}`;
  return { ticket, title, what, startedAt };
}

async function sessionFacts(
  world: World,
  { user, now, zone, today }: Person,
  rules: PromptRules,
  session: Session | null,
  notes: PromptNotes,
): Promise<SessionFacts> {
  const facts: SessionFacts = {
    now,
    session,
    presence: [],
    blocks: [],
    longMinutes: rules.longMinutes,
    notes,
  };
  if (session === null || rules.longMinutes === 0) return facts;
  // Somebody may forget one over a weekend; further back nothing is learned any more.
  const since = instant(Math.max(session.startedAt, now - 4 * 86_400_000));
  const days = daysBetween(dayOf(since, zone), today);
  return {
    ...facts,
    presence: await world.stores.evidence.presence(user, { start: since, end: plusMs(now, 1) }),
    blocks: days
      .filter((date) => rules.days.includes(weekdayOf(date)))
      .flatMap((date) => blocksOn(rules.blocks, date, zone)),
  };
}

async function budgetPrompts(
  world: World,
  person: Person,
  rules: PromptRules,
  notes: PromptNotes,
): Promise<BudgetPrompt[]> {
  const budgets = await budgetStates(world, person, rules.budgetPercents);
  // What was said of a budget is remembered for as long as the budget stands.
  const old = await Promise.all(
    warningKeys(budgets).map((key) => world.stores.prompts.get(person.user, key)),
  );
  const all = new Map([
    ...old.flatMap((note) => (note === null ? [] : [[note.key, note] as const])),
    ...notes,
  ]);
  return budgetWarnings(budgets, all, person.now);
}
