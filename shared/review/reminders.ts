import type { Instant } from '../values/instant.ts';
import { latest } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { addDays, dayOf, weekdayOf } from '../values/local-day.ts';
import type { IsoWeek } from '../values/iso-week.ts';
import { addWeeks, daysOfWeek, weekOf } from '../values/iso-week.ts';
import type { WorkBlock } from '../values/work-blocks.ts';
import { endOfWork } from '../values/work-blocks.ts';
import type { DayStatus } from './day.ts';
import type { EndOfDayPrompt, PromptNotes, WeekPrompt } from './prompt.ts';
import { isAnswered, isSaid } from './prompt.ts';

/** When to remind. */
export interface ReminderRules {
  readonly blocks: readonly WorkBlock[];
  /** Days with reminders, 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  readonly endOfDay: boolean;
  readonly week: boolean;
}

/** A day as reminders see it. */
export interface DayAtAGlance {
  readonly date: LocalDay;
  readonly status: DayStatus;
  readonly minutes: number;
  readonly target: number;
  readonly unallocated: number;
}

export interface ReminderFacts {
  readonly now: Instant;
  readonly zone: Zone;
  /** Every day from Monday of last week up to today. */
  readonly days: readonly DayAtAGlance[];
  /** Somebody was at the machine today for a while, though nothing was booked. */
  readonly wasSeenToday: boolean;
  readonly rules: ReminderRules;
  readonly notes: PromptNotes;
}

/** Over a long weekend the last working day is still asked for when one is back. */
const DAYS_BACK = 6;

/**
 * The day that is over and not reviewed: the last one with a reminder whose work has ended. An earlier day is asked for
 * only while it was not told before (the machine slept over it) and then for that day; the tray names it anyway.
 */
export function endOfDayPrompt(facts: ReminderFacts): EndOfDayPrompt | null {
  const { now, zone, rules, notes } = facts;
  if (!rules.endOfDay) return null;
  const last = lastEnded(facts);
  if (last === null) return null;
  const day = facts.days.find(({ date }) => date === last.date);
  const today = dayOf(now, zone);
  const isEmpty = day === undefined || (day.minutes === 0 && !(last.date === today && facts.wasSeenToday));
  if (isEmpty || day.status !== 'draft') return null;
  const key = `end-of-day:${day.date}`;
  if (isAnswered(notes, key) || isOver(facts, 'end-of-day', key, day.date === today)) return null;
  return {
    kind: 'end-of-day',
    key,
    topic: 'end-of-day',
    since: last.at,
    date: day.date,
    minutes: day.minutes,
    target: day.target,
    unallocated: day.unallocated,
  };
}

/** The week whose last working day is over and which is not submitted; last week's only while it was not told before. */
export function weekPrompt(facts: ReminderFacts): WeekPrompt | null {
  const { now, zone, rules, notes } = facts;
  if (!rules.week) return null;
  const here = weekOf(dayOf(now, zone));
  for (const week of [here, addWeeks(here, -1)]) {
    const at = weekEnds(week, rules, zone);
    if (at === null || at > now) continue;
    const held = facts.days.filter(
      ({ date, minutes }) => weekOf(date) === week && minutes !== 0 && isDone(date, facts),
    );
    const left = held.filter(({ status }) => status !== 'submitted');
    const key = `week:${week}`;
    if (left.length === 0 || isAnswered(notes, key) || isOver(facts, 'week', key, week === here)) return null;
    const all = facts.days.filter(({ date }) => weekOf(date) === week);
    return {
      kind: 'week',
      key,
      topic: 'week',
      since: at,
      week,
      open: left.filter(({ status }) => status === 'draft').map(({ date }) => date),
      minutes: all.reduce((sum, day) => sum + day.minutes, 0),
      target: all.reduce((sum, day) => sum + day.target, 0),
    };
  }
  return null;
}

/** A Saturday that is still worked on is not asked for. */
function isDone(date: LocalDay, { now, zone, rules }: ReminderFacts): boolean {
  if (date !== dayOf(now, zone)) return true;
  const end = endsAt(date, rules, zone);
  return end !== null && end <= now;
}

/** The next instant at which a day's or a week's reminder comes; null: never. */
export function nextReminder({ now, zone, rules }: Pick<ReminderFacts, 'now' | 'zone' | 'rules'>) {
  if (!rules.endOfDay && !rules.week) return null;
  const today = dayOf(now, zone);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const at = endsAt(addDays(today, ahead), rules, zone);
    if (at !== null && at > now) return at;
  }
  return null;
}

function lastEnded({ now, zone, rules }: ReminderFacts): { date: LocalDay; at: Instant } | null {
  const today = dayOf(now, zone);
  for (let back = 0; back <= DAYS_BACK; back += 1) {
    const date = addDays(today, -back);
    const at = endsAt(date, rules, zone);
    if (at !== null && at <= now) return { date, at };
  }
  return null;
}

/** What is past is asked for when it was not told, or came back from being put off; and for the rest of that day. */
function isOver({ notes, now, zone }: ReminderFacts, topic: string, key: string, isNow: boolean): boolean {
  const saidAt = notes.get(key)?.saidAt ?? null;
  return !isNow && saidAt !== null && isSaid(notes, topic, key) && dayOf(saidAt, zone) < dayOf(now, zone);
}

function endsAt(date: LocalDay, rules: ReminderRules, zone: Zone): Instant | null {
  return rules.days.includes(weekdayOf(date)) ? endOfWork(rules.blocks, date, zone) : null;
}

function weekEnds(week: IsoWeek, rules: ReminderRules, zone: Zone): Instant | null {
  const ends = daysOfWeek(week).flatMap((date) => endsAt(date, rules, zone) ?? []);
  return ends[0] === undefined ? null : latest(ends[0], ...ends);
}
