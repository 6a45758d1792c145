import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import type { Cell, Paper } from '../paper.ts';
import { STATUS_TONE, warnings } from './day.ts';
import { count, shortDate } from './words.ts';

type WeekDay = WeekShape['days'][number];

/** A week as document 4 sums it up: a line a day, what it adds up to, where the time went. */
export function weekView(week: WeekShape, paper: Paper): string {
  const { minutes, target, gap } = week.totals;
  const parts = [
    `${paper.paint('bold', `${paper.say('Week')} ${week.week}`)}  ${paper.paint('dim', `${shortDate(week.from, paper.language)} – ${shortDate(week.to, paper.language)}`)}`,
    paper.table(
      week.days.filter((day) => day.target > 0 || day.minutes > 0).map((day) => dayRow(day, paper)),
    ),
    [
      `  ${paper.say('Total:')} ${paper.paint('bold', formatTimesheet(minutes))} (${paper.say('target:')} ${formatTimesheet(target)})${target > 0 && minutes >= target ? `  ${paper.paint('good', '✓')}` : ''}`,
      ...(gap > 0
        ? [`  ${paper.say('Gap:')} ${paper.paint('warn', formatTimesheet(gap))} ${paper.say('unaccounted')}`]
        : []),
    ].join('\n'),
  ];
  if (week.tickets.length > 0) parts.push(paper.table(week.tickets.map(ticketRow)));
  if (week.corrections.length > 0)
    parts.push(
      `  ${paper.say('Corrections:')}\n${paper.table(week.corrections.map((one) => correctionRow(one, paper)))}`,
    );
  if (week.warnings.length > 0) parts.push(warnings(week.warnings, paper));
  if (week.days.some((day) => day.status === 'reviewed'))
    parts.push(`  ${paper.paint('dim', `${paper.say('Submit with:')} stint submit ${week.week}`)}`);
  return parts.join('\n\n');
}

function dayRow(day: WeekDay, { language, say }: Paper): Cell[] {
  const isClosed = day.status !== 'draft';
  const isEmpty = day.entries === 0 && day.minutes === 0;
  return [
    { text: shortDate(day.date, language) },
    { text: formatTimesheet(day.minutes), right: true, tone: isEmpty ? 'dim' : 'bold' },
    isEmpty ? { text: '·', tone: 'dim' } : { text: isClosed ? '✓' : '⚠', tone: isClosed ? 'good' : 'warn' },
    { text: say(day.status), tone: isEmpty ? 'dim' : STATUS_TONE[day.status] },
    { text: remarks(day).map(say).join(', '), tone: 'dim' },
  ];
}

function remarks(day: WeekDay): string[] {
  return [
    day.untracked > 0 ? `${formatShort(day.untracked)} untracked` : '',
    day.unallocated > 0 ? `${count(day.unallocated, 'entry needs', 'entries need')} a ticket` : '',
    day.status === 'draft' && day.untracked === 0 && day.unallocated === 0 && day.entries > 0
      ? 'needs review'
      : '',
  ].filter((text) => text !== '');
}

function ticketRow(row: WeekShape['tickets'][number]): Cell[] {
  return [
    row.ticket === null ? { text: '???', tone: 'warn' } : { text: row.ticket, tone: 'accent' },
    { text: formatShort(row.minutes), right: true },
    { text: row.title, tone: 'dim' },
  ];
}

const correctionRow = (
  { date, minutes, ticket, reason }: WeekShape['corrections'][number],
  { language }: Paper,
): Cell[] => [
  { text: shortDate(date, language) },
  { text: `${minutes > 0 ? '+' : ''}${formatShort(minutes)}`, right: true },
  ticket === null ? { text: '???', tone: 'warn' } : { text: ticket, tone: 'accent' },
  { text: reason, tone: 'dim' },
];

interface Submission {
  readonly week: string;
  readonly submitted: readonly string[];
  readonly leftBehind: readonly { date: string; status: string; minutes: number; reason: string }[];
}

/** What a submission took and what it left behind. */
export function submitView(done: Submission, paper: Paper): string {
  const days = done.submitted.map((date) => shortDate(date, paper.language)).join(', ');
  const parts = [
    done.submitted.length > 0
      ? `${paper.paint('good', '✓')} ${paper.say(`${count(done.submitted.length, 'day')} of ${done.week} submitted:`)} ${days}`
      : paper.say(`No day of ${done.week} was submitted.`),
  ];
  if (done.leftBehind.length > 0) {
    const rows = done.leftBehind.map((day): Cell[] => [
      { text: shortDate(day.date, paper.language) },
      { text: formatTimesheet(day.minutes), right: true },
      { text: paper.say(day.status), tone: 'warn' },
      { text: paper.say(day.reason) },
    ]);
    parts.push(`${paper.paint('warn', `⚠ ${paper.say('Left behind:')}`)}\n${paper.table(rows)}`);
  }
  return parts.join('\n\n');
}
