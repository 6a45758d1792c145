import type { RestoredShape, SavedShape } from '#shared/contract/dump-operations.ts';
import type { ExportedShape, ImportedShape } from '#shared/contract/exchange-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Paper } from '../paper.ts';
import { count } from './words.ts';

const MOST_SKIPPED = 20;

/** What was left out, each with its reason; a long list is cut and counted. */
function skippedLines(skipped: readonly string[], paper: Paper): string[] {
  if (skipped.length === 0) return [];
  const rest = skipped.length - MOST_SKIPPED;
  return [
    paper.paint('warn', '⚠ Left out:'),
    ...skipped.slice(0, MOST_SKIPPED).map((line) => `  ${paper.paint('plain', line)}`),
    ...(rest > 0 ? [paper.paint('dim', `  … and ${rest} more; --json tells them all`)] : []),
  ];
}

/** What came in, from whom, and what did not. */
export function timesImportedView(
  { entries, known, days, users, others, skipped }: ImportedShape,
  paper: Paper,
): string {
  const on = entries === 0 ? '' : ` on ${count(days.length, 'day')}`;
  const of = others.length > 0 ? `, of ${users.join(', ')}` : '';
  const again = known === 0 ? '' : paper.paint('dim', `  ${known} there already`);
  const done =
    entries + known === 0
      ? `${paper.paint('warn', '⚠')} Nothing was taken in`
      : `${paper.paint('good', '✓')} ${count(entries, 'entry', 'entries')} taken in${on}${of}${again}`;
  return [
    done,
    ...(entries > 0 && others.length === users.length ? notYours(paper) : []),
    ...skippedLines(skipped, paper),
  ].join('\n');
}

/**
 * Time under a name that is not known to be the person's is in none of their weeks: easily taken for lost. More than
 * 2,000 entries are written, and so taken back, in several steps (import-times.ts).
 */
const notYours = (paper: Paper): string[] => [
  paper.paint('warn', '⚠ None of it is yours: it is kept under the names that stand with it.'),
  '  If one of them is you: take it back (stint undo, several times for thousands of entries), add the name to the setting identity.emails or make it identity.name, and import again.',
];

/** Sessions and projects of claude-time. */
export function claudeTimeImportedView(
  done: {
    sessions: number;
    known: number;
    projects: number;
    days: readonly string[];
    skipped: readonly string[];
  },
  paper: Paper,
): string {
  const again = done.known === 0 ? '' : paper.paint('dim', `  ${done.known} there already`);
  const on = done.days.length === 0 ? '' : ` on ${count(done.days.length, 'day')}`;
  const projects = done.projects === 0 ? '' : `, ${count(done.projects, 'project')}`;
  return [
    `${paper.paint('good', '✓')} ${count(done.sessions, 'session')} taken in${on}${projects}${again}`,
    ...skippedLines(done.skipped, paper),
  ].join('\n');
}

/** What was written, and where. */
export function timesExportedView({ entries, minutes, files, skipped }: ExportedShape, paper: Paper): string {
  const told = `${count(entries, 'entry', 'entries')}, ${formatShort(minutes)}`;
  const where =
    files.length === 0
      ? `${told}: every file was up to date`
      : files.length === 1
        ? `${told} → ${files[0]!}`
        : `${told} → ${files.length} files, the last ${files.at(-1)!}`;
  return [`${paper.paint('good', '✓')} ${where}`, ...skippedLines(skipped, paper)].join('\n');
}

/** The dump, what is in it and what never is. */
export function allSavedView({ file, rows, tables, note }: SavedShape, paper: Paper): string {
  const filled = Object.values(tables).filter((count) => count > 0).length;
  return [
    `${paper.paint('good', '✓')} ${count(rows, 'row')} of ${count(filled, 'table')} → ${paper.paint('plain', file)}`,
    paper.paint('dim', note),
  ].join('\n');
}

/** What is back, and whether its log holds together. */
export function allRestoredView({ rows, entries, log, skipped }: RestoredShape, paper: Paper): string {
  return [
    `${paper.paint('good', '✓')} ${count(rows, 'row')} put back, ${count(entries, 'entry', 'entries')} among them`,
    log.intact ? paper.paint('dim', `The log holds together: ${log.detail}`) : paper.paint('bad', log.detail),
    ...skippedLines(skipped, paper),
  ].join('\n');
}
