import { shortId } from '#shared/values/ids.ts';
import type { Cell, Paper } from '../paper.ts';
import { localTime } from './words.ts';

interface Examination {
  readonly healthy: boolean;
  readonly checks: readonly { name: string; ok: boolean; detail: string; remedy: string | null }[];
  readonly log: { intact: boolean; records: number; brokenAt: number | null; detail: string } | null;
}

/** What is wrong, and what to do about it. */
export function doctorView(found: Examination, paper: Paper): string {
  const lines = found.checks.map((check) => {
    const mark = check.ok ? paper.paint('good', '✓') : paper.paint('bad', '✕');
    const remedy =
      check.ok || check.remedy === null
        ? ''
        : `\n      ${paper.paint('warn', `→ ${paper.say(check.remedy)}`)}`;
    return `  ${mark} ${paper.paint('bold', paper.say(check.name))}  ${linesOf(paper.say(check.detail), paper)}${remedy}`;
  });
  if (found.log !== null) {
    lines.push(
      `  ${found.log.intact ? paper.paint('good', '✓') : paper.paint('bad', '✕')} ${paper.paint('bold', paper.say('log'))}  ${paper.paint('plain', paper.say(found.log.detail))}`,
    );
  }
  const verdict = found.healthy
    ? paper.paint('good', paper.say('All is well.'))
    : paper.paint('bad', paper.say('Something needs attention.'));
  return `${lines.join('\n')}\n\n${verdict}`;
}

/** Lines that are to be copied stay lines. */
const linesOf = (detail: string, paper: Paper): string =>
  detail
    .split('\n')
    .map((line) => paper.paint('plain', line))
    .join('\n      ');

interface Backup {
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
}

export function backupView(backup: Backup, paper: Paper): string {
  return `${paper.paint('good', '✓')} Backed up to ${paper.paint('bold', backup.file)} ${paper.paint('dim', `(${sizeText(backup.bytes)})`)}`;
}

export function backupsView(backups: readonly Backup[], paper: Paper): string {
  if (backups.length === 0) return paper.paint('dim', 'No backups yet.  Make one with: stint backup now');
  return paper.table(
    backups.map((one): Cell[] => [
      { text: localTime(one.at) },
      { text: sizeText(one.bytes), right: true, tone: 'dim' },
      { text: one.file },
    ]),
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

interface Step {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly why: string;
  readonly rows: number;
}

/** The newest changes: when, who, what, why. */
export function historyView(steps: readonly Step[], paper: Paper): string {
  if (steps.length === 0) return paper.paint('dim', 'Nothing was changed yet.');
  return paper.table(
    steps.map((step): Cell[] => [
      { text: shortId(step.id), tone: 'dim' },
      { text: localTime(step.at) },
      { text: step.actor, tone: 'dim' },
      { text: step.operation, tone: 'accent' },
      { text: step.why },
    ]),
  );
}

/** Tickets, newest first. */
export function ticketsView(
  tickets: readonly { ticket: string; title: string; lastUsedAt: string }[],
  paper: Paper,
): string {
  if (tickets.length === 0) return paper.paint('dim', paper.say('No tickets yet.'));
  return paper.table(
    tickets.map((one): Cell[] => [
      { text: one.ticket, tone: 'accent' },
      { text: localTime(one.lastUsedAt), tone: 'dim' },
      { text: one.title },
    ]),
  );
}

/** Plans and sprints that tickets name. */
export function plansView(
  plans: readonly { kind: string; name: string; tickets: number }[],
  paper: Paper,
): string {
  if (plans.length === 0) return paper.paint('dim', 'No ticket names a plan or a sprint.');
  return paper.table(
    plans.map(({ kind, name, tickets }): Cell[] => [
      { text: kind, tone: 'dim' },
      { text: name, tone: 'accent' },
      { text: tickets === 1 ? '1 ticket' : `${tickets} tickets` },
    ]),
  );
}
