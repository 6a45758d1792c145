import type { DayShape, EntryShape } from '#shared/contract/shapes.ts';
import { shortId } from '#shared/values/ids.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { dateInWords } from './words.ts';

export const STATUS_TONE: Readonly<Record<DayShape['status'], Tone>> = {
  draft: 'warn',
  reviewed: 'good',
  submitted: 'accent',
};

/** A day as document 4 presents it in the evening: what was tracked, whether it is enough, what needs a look. */
export function dayView(day: DayShape, paper: Paper): string {
  const { minutes, target, untracked } = day.totals;
  const head = `${paper.paint('bold', dateInWords(day.date, paper.language))}  ${paper.paint(STATUS_TONE[day.status], paper.say(day.status))}`;
  const rows =
    day.entries.length === 0
      ? `  ${paper.paint('dim', paper.say('Nothing here yet.'))}`
      : paper.table(day.entries.map((entry) => entryRow(entry, paper)));
  const done = target > 0 && minutes >= target;
  const of = target > 0 ? ` ${paper.say('of')} ${formatTimesheet(target)}` : '';
  const total = `  ${paper.say('Total:')} ${paper.paint('bold', formatTimesheet(minutes))}${of}${done ? `  ${paper.paint('good', '✓')}` : ''}`;
  const gap =
    untracked > 0 ? `  ${paper.paint('warn', `⚠ ${paper.say(`${formatShort(untracked)} untracked`)}`)}` : '';
  const parts = [`${head}\n\n${rows}`, total + gap];
  if (day.warnings.length > 0) parts.push(warnings(day.warnings, paper));
  const next = nextStep(day, paper);
  if (next !== null) parts.push(`  ${paper.paint('dim', next)}`);
  return parts.join('\n\n');
}

/** The columns of an entry: id, ticket, time, source, what it was. */
export function entryRow(entry: EntryShape, { say }: Paper): Cell[] {
  const needsTicket = `${entry.description} ${say('(needs a ticket)')}`.trim();
  return [
    { text: shortId(entry.id), tone: 'dim' },
    entry.unallocated ? { text: '???', tone: 'warn' } : { text: entry.ticket ?? '—', tone: 'accent' },
    { text: formatShort(entry.minutes), right: true, tone: 'bold' },
    { text: say(entry.source === 'calendar' ? 'cal' : entry.source), tone: 'dim' },
    { text: entry.unallocated ? needsTicket : entry.description },
  ];
}

export function warnings(texts: readonly string[], paper: Paper): string {
  return texts.map((text) => `  ${paper.paint('warn', `⚠ ${paper.say(text)}`)}`).join('\n');
}

function nextStep(day: DayShape, { say }: Paper): string | null {
  const [first] = day.entries;
  if (day.status === 'submitted')
    return first
      ? `${say('Submitted. To correct:')} stint correct ${shortId(first.id)} -30m --reason "…"`
      : null;
  if (day.status === 'reviewed') return `${say('Reviewed. Submit the week with:')} stint submit`;
  if (first === undefined) return `${say('Add time with:')} stint log "${say('2h on TB-042 for …')}"`;
  return `${say('Anything missing or wrong?')}  stint log "…"  ·  stint edit ${shortId(first.id)} …  ·  stint confirm ${day.date}`;
}
