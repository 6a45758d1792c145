import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { atClock, dayInterval } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutes, minutesOfMs } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { parseTicketId, prefixOf } from '../values/ticket-id.ts';
import type { ClockTime, RangePiece } from './quick-add-clock.ts';
import { readRange } from './quick-add-clock.ts';
import { readDayIn } from './quick-add-day.ts';
import type { DurationPiece } from './quick-add-duration.ts';
import { readDuration } from './quick-add-duration.ts';
import { descriptionOf, withTicketWords, withTimeWords } from './quick-add-rest.ts';
import type { Piece, Words } from './quick-add-words.ts';
import { overlaps, wordsOf } from './quick-add-words.ts';

/** What quick add needs to know to understand a sentence. */
export interface QuickAddContext {
  readonly today: LocalDay;
  readonly zone: Zone;
  /** What `1d` means, in hours. */
  readonly workingHoursPerDay: number;
  /** When not empty, only these prefixes are tickets (setting `tickets.prefixes`). */
  readonly prefixes: readonly string[];
  /** The day that is open in front of the person; a day in the words comes first. Default: today. */
  readonly day?: LocalDay;
}

interface Understood {
  readonly ticket: TicketId | null;
  readonly date: LocalDay;
  /** Set when clock times were given. */
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly description: string;
}

/** A manual entry in the making, or what is missing of it: said in a sentence, with what was understood so far. */
export type QuickAdd =
  | (Understood & { readonly kind: 'entry'; readonly minutes: Minutes })
  | (Understood & {
      readonly kind: 'missing';
      /** `sense`: what was said cannot be, such as 30 hours in a day. */
      readonly what: 'minutes' | 'description' | 'sense';
      readonly sentence: string;
      readonly minutes: Minutes | null;
    });

/**
 * Reads a sentence such as `Log 2h on TINT-191 for HR training` or `1,5 Std auf TB-042 für Doku gestern`: a duration
 * or a clock range, a ticket, a day, and what remains is the description, which is required (design §2 "Minutes",
 * "Manual"). English and German, in any order. Never throws; takes time in proportion to the text.
 */
export function parseQuickAdd(text: string, context: QuickAddContext): QuickAdd {
  const words = wordsOf(text);
  const ticket = findTicket(words, context.prefixes);
  const day = findDay(words, context.today, ticket);
  const time = findTime(words, context.workingHoursPerDay, [ticket, day]);
  const date = day?.day ?? context.day ?? context.today;
  const length = time ? lengthOf(time, date, context.zone) : null;
  const understood: Understood = {
    ticket: ticket?.ticket ?? null,
    date,
    startedAt: length?.startedAt ?? null,
    endedAt: length?.endedAt ?? null,
    description: descriptionOf(
      words,
      [ticket, day, time].filter((piece) => piece !== null),
    ),
  };
  const missing = (what: 'minutes' | 'description' | 'sense', sentence: string): QuickAdd => ({
    ...understood,
    kind: 'missing',
    what,
    sentence,
    minutes: what === 'description' ? (length?.minutes ?? null) : null,
  });
  if (length === null)
    return missing('minutes', said`How long did it take? Write it like 45m, 1h30m or 9:00-10:15.`);
  if (length.nonsense !== null) return missing('sense', length.nonsense);
  if (!/[\p{L}\p{N}]/u.test(understood.description)) {
    return missing('description', said`What was it? A few words are needed, such as “code review”.`);
  }
  return { ...understood, kind: 'entry', minutes: length.minutes };
}

type TicketPiece = Piece & { readonly ticket: TicketId };

/**
 * The ticket after `on`, `auf`, `for` … comes before others, then the first in capitals. Lower case is forgiven where
 * nothing else can be meant: a known prefix, or after `on`, `to`, `auf`.
 */
function findTicket({ typed, bare }: Words, prefixes: readonly string[]): TicketPiece | null {
  let best: { piece: TicketPiece; rank: number } | null = null;
  for (const [at, word] of bare.entries()) {
    const ticket = word.length > 64 ? null : parseTicketId(word);
    if (!ticket || (prefixes.length > 0 && !prefixes.includes(prefixOf(ticket)))) continue;
    const before = bare[at - 1] ?? '';
    const capitals = typed[at]!.includes(ticket);
    if (!capitals && prefixes.length === 0 && !LEADS_TO_TICKET.has(before)) continue;
    const rank =
      (capitals ? 2 : 0) + (LEADS_TO_TICKET.has(before) || before === 'for' || before === 'für' ? 1 : 0);
    if (!best || rank > best.rank) {
      best = { piece: { ...withTicketWords(bare, { at, length: 1 }), ticket }, rank };
    }
  }
  return best?.piece ?? null;
}

const LEADS_TO_TICKET = new Set(['on', 'to', 'auf', 'an', 'zu']);

function findDay(words: Words, today: LocalDay, ticket: Piece | null) {
  for (const at of words.bare.keys()) {
    const found = readDayIn(words, at, today);
    if (found && !(ticket && overlaps(found, ticket))) return found;
  }
  return null;
}

type TimePiece = Piece & { readonly said: DurationPiece | RangePiece };

/**
 * The first plain duration or range; failing that the first doubtful one. Words that are taken are not looked at
 * again: the `am` of `1:30 am Dienstag` is no AM.
 */
function findTime({ bare }: Words, hoursPerDay: number, taken: readonly (Piece | null)[]): TimePiece | null {
  const free = [...bare];
  for (const piece of taken) if (piece) free.fill('', piece.at, piece.at + piece.length);
  let doubtful: TimePiece | null = null;
  for (const at of free.keys()) {
    const said = readRange(free, at) ?? readDuration(free, at, hoursPerDay);
    if (!said) continue;
    const piece = { ...withTimeWords(free, said), said };
    if (!said.weak) return piece;
    doubtful ??= piece;
  }
  return doubtful;
}

interface Length {
  readonly minutes: Minutes;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Why it cannot be, in words; null when it can. */
  readonly nonsense: string | null;
}

function lengthOf({ said }: TimePiece, date: LocalDay, zone: Zone): Length {
  if ('from' in said) return lengthOfRange(said, date, zone);
  const length = minutes(said.minutes);
  return { minutes: length, startedAt: null, endedAt: null, nonsense: nonsenseOf(length) };
}

function lengthOfRange({ from, to }: RangePiece, date: LocalDay, zone: Zone): Length {
  const at = ({ hour, minute }: ClockTime) =>
    hour === 24 ? dayInterval(date, zone).end : atClock(date, hour, minute, zone);
  const [startedAt, endedAt] = [at(from), at(to)];
  if (endedAt > startedAt) {
    // The clock may have been changed in between: what counts is the time that passed.
    const length = minutesOfMs(endedAt - startedAt);
    return { minutes: length, startedAt, endedAt, nonsense: null };
  }
  const backwards = to.hour * 60 + to.minute <= from.hour * 60 + from.minute;
  const nonsense = backwards
    ? said`The end is not after the start. What goes past midnight is one entry for each day.`
    : said`On ${date} the clock skipped that time. Give a duration such as 45m instead.`;
  return { minutes: minutes(0), startedAt: null, endedAt: null, nonsense };
}

function nonsenseOf(length: number): string | null {
  if (length < 0)
    return said`Time cannot be negative here. A submitted day is changed with \`stint correct\`.`;
  if (length === 0) return said`No time at all is no entry. Give at least one minute.`;
  if (length > 24 * 60)
    return said`${formatShort(length)} are more than a day has. Write one entry for each day.`;
  return null;
}
