import type { RepositoryShape } from '#shared/contract/shapes.ts';
import type { Cell, Paper } from '../paper.ts';
import { count, localTime } from './words.ts';

/** Registered repositories, those in trouble marked. */
export function repositoriesView(repositories: readonly RepositoryShape[], paper: Paper): string {
  if (repositories.length === 0)
    return paper.paint('dim', 'No repositories yet.  Register one with: stint repo add ~/work');
  return paper.table(repositories.map(repositoryRow));
}

function repositoryRow(repository: RepositoryShape): Cell[] {
  const isWell = repository.problem === null;
  return [
    { text: isWell ? '✓' : '⚠', tone: isWell ? 'good' : 'warn' },
    { text: repository.name, tone: 'bold' },
    { text: repository.path },
    {
      text:
        repository.problem ??
        (repository.lastScanAt === null ? 'not read yet' : `read ${localTime(repository.lastScanAt)}`),
      tone: isWell ? 'dim' : 'warn',
    },
  ];
}

interface Registered {
  readonly added: readonly RepositoryShape[];
  readonly known: readonly RepositoryShape[];
  readonly emails: readonly string[];
}

/** What registering found, and whose commits count. */
export function registeredView(found: Registered, paper: Paper): string {
  const parts = [];
  if (found.added.length > 0) {
    const rows = found.added.map((one): Cell[] => [
      { text: one.name, tone: 'bold' },
      { text: one.path, tone: 'dim' },
    ]);
    parts.push(
      `${paper.paint('good', '✓')} ${count(found.added.length, 'repository', 'repositories')} registered\n${paper.table(rows)}`,
    );
  }
  if (found.known.length > 0)
    parts.push(
      paper.paint(
        'dim',
        `${count(found.known.length, 'repository was', 'repositories were')} known already.`,
      ),
    );
  const whose =
    found.emails.length > 0
      ? `Commits by ${found.emails.join(', ')} are yours.`
      : '⚠ No author e-mail is known, so no commit counts as yours.';
  const fix =
    found.emails.length > 0 ? '' : `\n  Set it with: stint config set identity.emails '["you@example.com"]'`;
  parts.push(paper.paint(found.emails.length > 0 ? 'dim' : 'warn', whose) + fix);
  return parts.join('\n');
}

export function removedView(repository: RepositoryShape, paper: Paper): string {
  return `${paper.paint('good', '✓')} ${paper.paint('bold', repository.name)} is forgotten; what was derived from it stays.`;
}

interface SettingShape {
  readonly key: string;
  readonly value?: unknown;
  readonly initial?: unknown;
  readonly meaning: string;
  readonly group: string;
  readonly from?: string | null | undefined;
}

/** All settings under the headings of the settings page; changed ones stand out. */
export function settingsView(settings: readonly SettingShape[], paper: Paper): string {
  const groups = [...new Set(settings.map((one) => one.group))];
  return groups
    .map((group) => {
      const rows = settings
        .filter((one) => one.group === group)
        .map((one): Cell[] => [
          { text: one.key },
          { text: valueText(one.value), tone: isChanged(one) ? 'accent' : 'dim' },
          { text: one.meaning, tone: 'dim' },
        ]);
      return `${paper.paint('bold', group)}\n${paper.table(rows)}`;
    })
    .join('\n\n');
}

/** One setting: the value alone on the first line, so that a script can read it. */
export function settingView(setting: SettingShape, paper: Paper): string {
  const note = isChanged(setting)
    ? `${setting.meaning} (Default: ${valueText(setting.initial)})`
    : setting.meaning;
  return `${paper.paint('plain', valueText(setting.value))}\n${paper.paint('dim', note)}${decidedElsewhere(setting, paper)}`;
}

export function settingSetView(setting: SettingShape, paper: Paper): string {
  return `${paper.paint('good', '✓')} ${setting.key} = ${paper.paint('bold', valueText(setting.value))}\n  ${paper.paint('dim', setting.meaning)}${decidedElsewhere(setting, paper)}`;
}

/** A file may say more than the app's own settings do. */
const decidedElsewhere = ({ key, from }: SettingShape, paper: Paper): string =>
  (from ?? null) === null
    ? ''
    : `\n${paper.paint('warn', `⚠ It comes from ${from}, which counts more than what is set here: stint config explain ${key}`)}`;

const isChanged = (setting: SettingShape): boolean =>
  JSON.stringify(setting.value) !== JSON.stringify(setting.initial);

function valueText(value: unknown): string {
  if (value === '') return '(empty)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
