import type { Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import { shortId } from '#shared/values/ids.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { warnings } from './day.ts';
import { quotaText } from './provider.ts';
import { count, shortDate } from './words.ts';

/** What would be done, in the order a person wants to read it: what goes out, then what needs them, then the rest. */
const GROUPS: readonly (readonly [action: PlanRow['action'], title: string, tone: Tone])[] = [
  ['create', 'Book', 'good'],
  ['adopt', 'Take as booked what is there already', 'good'],
  ['update', 'Change there', 'accent'],
  ['delete', 'Delete there', 'warn'],
  ['conflict', 'Changed here and there', 'warn'],
  ['blocked', 'Cannot be booked', 'warn'],
];

/** The answer of `stint sync`: with `--plan` what would be done, else what was done. */
export const syncView = (output: Plan | SyncResult, paper: Paper): string =>
  'rows' in output ? planView(output, paper) : resultView(output, paper);

/** A plan: rows by what would be done with them, each with its reason. */
export function planView(plan: Plan, paper: Paper): string {
  const head = `${paper.paint('bold', plan.provider)}  ${paper.paint('dim', `${shortDate(plan.from, paper.language)} – ${shortDate(plan.to, paper.language)}`)}`;
  const parts = [head];
  for (const [action, title, tone] of GROUPS) {
    const rows = plan.rows.filter((row) => row.action === action);
    if (rows.length === 0) continue;
    parts.push(
      `  ${paper.paint(tone, paper.say(title))}  ${paper.paint('dim', sumOf(rows, paper))}\n${paper.table(rows.map((row) => planRow(row, paper)))}`,
    );
  }
  const skipped = plan.rows.filter((row) => row.action === 'skip');
  if (skipped.length > 0) parts.push(skippedText(skipped, paper));
  if (plan.rows.length === 0)
    parts.push(`  ${paper.paint('dim', paper.say('Nothing to book in these days.'))}`);
  if (plan.elsewhere.length > 0) parts.push(elsewhereText(plan, paper));
  if (plan.warnings.length > 0) parts.push(warnings(plan.warnings, paper));
  if (plan.quota !== null) parts.push(`  ${paper.paint('dim', paper.say(quotaText(plan.quota)))}`);
  const next = nextSteps(plan, paper);
  if (next.length > 0) parts.push(next.map((line) => `  ${paper.paint('dim', line)}`).join('\n'));
  return parts.join('\n\n');
}

function planRow(row: PlanRow, { say, language }: Paper): Cell[] {
  const where = row.unitLabel ?? row.unit;
  const differs = row.action === 'conflict' || row.action === 'update' ? difference(row, language) : [];
  return [
    { text: shortId(row.entryId), tone: 'dim' },
    { text: shortDate(row.date, language) },
    row.ticket === null ? { text: '—', tone: 'dim' } : { text: row.ticket, tone: 'accent' },
    { text: formatShort(row.minutes), right: true, tone: 'bold' },
    { text: where ?? say('no unit'), tone: where === null ? 'warn' : 'plain' },
    // Why something is booked is plain; what it is, is what a person looks for.
    {
      text:
        row.action === 'create'
          ? row.description
          : [say(row.reason), differs.map(say).join('; ')].filter((text) => text !== '').join(' · '),
      tone: 'dim',
    },
  ];
}

/** What is not alike on both sides: `2h30m here, 2h there`. */
function difference({ mine, theirs, minutes }: PlanRow, language: Paper['language']): string[] {
  if (theirs === null) return mine === null ? [] : ['gone there'];
  if (mine === null) return [`${formatShort(minutes)} here, ${formatShort(theirs.minutes)} there`];
  const said: string[] = [];
  if (mine.minutes !== theirs.minutes)
    said.push(`${formatShort(mine.minutes)} here, ${formatShort(theirs.minutes)} there`);
  if (mine.date !== theirs.date)
    said.push(`${shortDate(mine.date, language)} here, ${shortDate(theirs.date, language)} there`);
  if (mine.unit !== theirs.unit) said.push(`on ${mine.unit} here, on ${theirs.unit} there`);
  if (mine.note !== theirs.note) said.push(`“${mine.note}” here, “${theirs.note}” there`);
  return said;
}

/** What stays as it is, by reason: nobody wants to read forty lines of it. */
function skippedText(rows: readonly PlanRow[], paper: Paper): string {
  const reasons = new Map<string, PlanRow[]>();
  for (const row of rows) reasons.set(row.reason, [...(reasons.get(row.reason) ?? []), row]);
  const lines = [...reasons].map(([reason, same]): Cell[] => [
    { text: String(same.length), right: true },
    { text: formatShort(total(same)), right: true },
    { text: paper.say(reason), tone: 'dim' },
  ]);
  return `  ${paper.paint('dim', paper.say('Stays as it is'))}\n${paper.table(lines)}`;
}

function elsewhereText({ elsewhere }: Plan, paper: Paper): string {
  const rows = elsewhere.map((one): Cell[] => [
    { text: shortDate(one.date, paper.language) },
    { text: formatShort(one.minutes), right: true },
    { text: one.unit },
    { text: one.note, tone: 'dim' },
  ]);
  return `  ${paper.paint('accent', paper.say('Booked there by hand'))}  ${paper.paint('dim', sumOf(elsewhere, paper))}\n${paper.table(rows)}`;
}

function nextSteps(plan: Plan, { say }: Paper): string[] {
  const has = (action: PlanRow['action']): boolean => plan.rows.some((row) => row.action === action);
  const command = `stint sync --provider ${plan.provider}`;
  const lines: string[] = [];
  if (has('create') || has('adopt') || has('update')) lines.push(`${say('Book it:')} ${command}`);
  if (has('delete')) lines.push(`${say('Delete there too:')} ${command} --delete`);
  if (has('conflict'))
    lines.push(`${say('Settle what differs:')} ${command} --conflicts mine  ${say('(or theirs)')}`);
  const unmapped = plan.rows.find((row) => row.action === 'blocked' && row.unit === null);
  if (unmapped !== undefined)
    lines.push(`${say('Say where it goes:')} stint provider mappings ${plan.provider}`);
  return lines;
}

/** What was done, what was refused and why, what waits. */
export function resultView(result: SyncResult, paper: Paper): string {
  const done = [
    [result.created, 'booked'],
    [result.updated, 'changed'],
    [result.adopted, 'found there and taken over'],
    [result.deleted, 'deleted'],
  ].filter(([n]) => n !== 0);
  const said = done.length > 0 ? done.map((pair) => pair.join(' ')).join(', ') : 'nothing was booked';
  const skipped = result.skipped > 0 ? `; ${result.skipped} stay as they are` : '';
  const mark = done.length > 0 ? paper.paint('good', '✓') : paper.paint('dim', '·');
  const parts = [`${mark} ${paper.paint('bold', result.provider)}: ${said}${skipped}`];
  if (result.failed.length > 0) {
    const rows = result.failed.map((one): Cell[] => [
      { text: shortId(one.entryId), tone: 'dim' },
      { text: shortDate(one.date) },
      { text: formatShort(one.minutes), right: true, tone: 'bold' },
      { text: one.reason },
    ]);
    parts.push(`${paper.paint('bad', '✕ Failed:')}\n${paper.table(rows)}`);
  }
  if (result.conflicts.length > 0) {
    const settle = `Settle it: stint sync --provider ${result.provider} --conflicts mine  (or theirs)`;
    parts.push(
      `${paper.paint('warn', '⚠ Changed here and there, so left alone:')}\n${paper.table(result.conflicts.map((row) => planRow(row, paper)))}\n  ${paper.paint('dim', settle)}`,
    );
  }
  if (result.waiting > 0 || result.problem !== null) {
    const wait = `${count(result.waiting, 'entry waits', 'entries wait')}; nothing is lost.`;
    parts.push(paper.paint('warn', [result.problem, wait].filter((text) => text !== null).join(' ')));
  }
  return parts.join('\n\n');
}

/** `3 entries, 4h30m`. */
const sumOf = (rows: readonly { readonly minutes: number }[], { say }: Paper): string =>
  say(`${count(rows.length, 'entry', 'entries')}, ${formatShort(total(rows))}`);

const total = (rows: readonly { readonly minutes: number }[]): number =>
  rows.reduce((sum, row) => sum + row.minutes, 0);
