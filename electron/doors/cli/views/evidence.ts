import type { z } from 'zod';
import type { whyShape } from '#shared/contract/entry-operations.ts';
import type { ticketFacts } from '#shared/contract/ticket-operations.ts';
import { shortId } from '#shared/values/ids.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import type { Cell, Paper } from '../paper.ts';
import { count, localTime, shortDate } from './words.ts';

type Why = z.infer<typeof whyShape>;

const MARKS: Readonly<Record<Why['evidence'][number]['kind'], string>> = {
  commit: '◆',
  checkout: '◆',
  event: '■',
  span: '●',
  session: '▬',
  presence: '·',
};

/** Why an entry is what it is: the sentence, then each thing it rests on with its rule, then what it gave away. */
export function whyView(why: Why, paper: Paper): string {
  const raw =
    why.rawMinutes === why.minutes ? '' : `  ${paper.say(`${formatShort(why.rawMinutes)} before rounding`)}`;
  const parts = [
    `${paper.paint('dim', shortId(why.entryId))}  ${paper.paint('accent', why.ticket ?? '???')}  ${paper.paint('bold', formatShort(why.minutes))}${paper.paint('dim', raw)}  ${paper.paint('dim', shortDate(why.date, paper.language))}`,
    `  ${paper.paint('plain', paper.say(why.why))}`,
  ];
  if (why.evidence.length > 0) parts.push(paper.table(why.evidence.map((one) => evidenceRow(one, paper))));
  if (why.given.length > 0)
    parts.push(
      `  ${paper.paint('dim', `${paper.say('Gave up')} ${why.given.map(({ to, minutes }) => `${formatShort(minutes)} ${paper.say('to')} ${paper.say(to)}`).join(', ')}`)}`,
    );
  return parts.join('\n\n');
}

function evidenceRow(one: Why['evidence'][number], { say }: Paper): Cell[] {
  const from = localTime(one.startedAt).slice(-5);
  const to = localTime(one.endedAt).slice(-5);
  return [
    { text: MARKS[one.kind], tone: 'accent' },
    { text: from === to ? from : `${from}–${to}`, tone: 'dim' },
    { text: one.minutes === 0 ? '' : formatShort(one.minutes), right: true },
    { text: `${say(one.label)}  (${say(one.rule)})` },
  ];
}

interface Amount {
  readonly ticket: string | null;
  readonly minutes: number | string;
}
interface Replayed {
  readonly days: readonly {
    readonly date: string;
    readonly before: readonly Amount[];
    readonly after: readonly Amount[];
    readonly total: { readonly before: number; readonly after: number };
  }[];
}

/** What other settings would make of drafts: only what would move. */
export function replayView({ days }: Replayed, paper: Paper): string {
  const rows = days.flatMap((day) => movedRows(day, paper));
  if (rows.length === 0)
    return `${paper.paint('good', '✓')} Nothing would change in ${count(days.length, 'draft')}. Nothing was changed.`;
  return `${rows.join('\n')}\n\n  ${paper.paint('dim', 'Nothing was changed. To change it: stint config set KEY VALUE')}`;
}

function movedRows({ date, before, after, total }: Replayed['days'][number], paper: Paper): string[] {
  const was = sums(before);
  const will = sums(after);
  const tickets = [...new Set([...was.keys(), ...will.keys()])].filter(
    (ticket) => (was.get(ticket) ?? 0) !== (will.get(ticket) ?? 0),
  );
  if (tickets.length === 0) return [];
  const sum =
    total.before === total.after
      ? formatTimesheet(total.after)
      : `${formatTimesheet(total.before)} → ${formatTimesheet(total.after)}`;
  const rows = tickets.map((ticket): Cell[] => [
    { text: ticket, tone: ticket === '???' ? 'warn' : 'accent' },
    { text: formatShort(was.get(ticket) ?? 0), right: true },
    { text: '→' },
    { text: formatShort(will.get(ticket) ?? 0), right: true, tone: 'bold' },
  ]);
  return [`${paper.paint('bold', shortDate(date))}  ${paper.paint('dim', sum)}`, paper.table(rows)];
}

function sums(amounts: readonly Amount[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { ticket, minutes } of amounts)
    found.set(ticket ?? '???', (found.get(ticket ?? '???') ?? 0) + Number(minutes));
  return found;
}

interface Mark {
  readonly at: string;
  readonly tool: string;
  readonly ticket: string | null;
}

/** The line a tool wrote. */
export const markView =
  (did: 'begins' | 'ends') =>
  ({ at, tool, ticket }: Mark, paper: Paper): string =>
    `${paper.paint('good', '✓')} ${paper.paint('bold', tool)}: work ${ticket === null ? '' : `on ${paper.paint('accent', ticket)} `}${did}  ${paper.paint('dim', localTime(at))}`;

/** What a ticket is about. */
export function factsView(facts: z.infer<typeof ticketFacts>, paper: Paper): string {
  const rows: Cell[][] = [];
  const line = (name: string, text: string | null): void => {
    if (text !== null && text !== '') rows.push([{ text: paper.say(name), tone: 'dim' }, { text }]);
  };
  line('Type', facts.type);
  line('Status', facts.status);
  line('Estimate', facts.estimate === null ? null : formatShort(facts.estimate));
  line('Labels', facts.labels.join(', '));
  line('Address', facts.url);
  line('From', `${facts.from}, ${localTime(facts.at)}`);
  return `${paper.paint('accent', facts.ticket)}  ${paper.paint('bold', facts.title)}\n${paper.table(rows)}`;
}

interface Imported {
  readonly spans: number;
  readonly days: readonly string[];
  readonly skipped: readonly string[];
}

/** What an export of another program gave, and what could not be taken over. */
export function presenceImportedView({ spans, days, skipped }: Imported, paper: Paper): string {
  const on = days.length === 0 ? '' : ` on ${count(days.length, 'day')}`;
  const parts = [
    `${paper.paint('good', '✓')} ${count(spans, 'stretch', 'stretches')} of presence taken over${on}`,
  ];
  if (skipped.length > 0)
    parts.push(
      `${paper.paint('warn', '⚠ Not taken over:')}\n${skipped.map((line) => `  ${paper.paint('plain', line)}`).join('\n')}`,
    );
  return parts.join('\n');
}
