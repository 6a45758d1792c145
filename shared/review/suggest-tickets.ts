import type { Entry } from '../entries/entry.ts';
import { stretchesOf } from '../entries/overlap.ts';
import type { Interval } from '../values/interval.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Question } from './questions.ts';

/** Why a ticket is suggested: booked on before, what was worked on around that time, on that day, or lately. */
export type Because = 'before' | 'around' | 'day' | 'lately';

export interface Suggestion {
  readonly ticket: TicketId;
  readonly because: Because;
}

/** How far from a stretch what was worked on still belongs to it. */
const AROUND_MS = 60 * 60_000;

/**
 * Tickets that an open question may be answered with, the likeliest first: those that meetings or entries of the same
 * name were booked on, those just before and after it, those of its day by minutes, those of late.
 * @param history entries of the last weeks, without deleted ones.
 */
export function suggestTickets(
  question: Pick<Question, 'dates' | 'span' | 'title' | 'entries'>,
  history: readonly Entry[],
  most: number,
): Suggestion[] {
  const others = history.filter(
    (entry) => entry.ticket !== null && !question.entries.some(({ id }) => id === entry.id),
  );
  const sameName = others.filter((entry) => question.title !== '' && namesOf(entry).includes(question.title));
  const sameDay = others.filter(({ date }) => question.dates.includes(date));
  const { span } = question;
  const around = span === null ? [] : sameDay.filter((entry) => distance(entry, span) <= AROUND_MS);
  const found = new Map<TicketId, Because>();
  const add = (because: Because, tickets: readonly TicketId[]): void => {
    for (const ticket of tickets) if (!found.has(ticket)) found.set(ticket, because);
  };
  add('before', byMinutes(sameName));
  add('around', span === null ? [] : byDistance(around, span));
  add('day', byMinutes(sameDay));
  add('lately', byMinutes(others));
  return [...found].slice(0, most).map(([ticket, because]) => ({ ticket, because }));
}

/** What people call it: the words of the entry, and of the meetings it was made of. */
const namesOf = ({ description, evidence }: Entry): string[] => [
  description,
  ...evidence.flatMap(({ kind, label }) => (kind === 'event' ? [label] : [])),
];

function byMinutes(entries: readonly Entry[]): TicketId[] {
  const sums = new Map<TicketId, number>();
  for (const { ticket, minutes } of entries) {
    if (ticket !== null) sums.set(ticket, (sums.get(ticket) ?? 0) + minutes);
  }
  return [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([ticket]) => ticket);
}

const byDistance = (entries: readonly Entry[], span: Interval): TicketId[] =>
  entries
    .toSorted((a, b) => distance(a, span) - distance(b, span) || (a.id < b.id ? -1 : 1))
    .flatMap(({ ticket }) => (ticket === null ? [] : [ticket]));

/** Milliseconds between an entry and a stretch; 0 where they meet. */
const distance = (entry: Entry, { start, end }: Interval): number =>
  Math.min(...stretchesOf(entry).map((one) => Math.max(0, one.start - end, start - one.end)));
