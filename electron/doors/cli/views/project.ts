import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper } from '../paper.ts';
import { count } from './words.ts';

/** Projects with customer, budget and price. */
export function projectsView(projects: readonly ProjectShape[], paper: Paper): string {
  if (projects.length === 0)
    return paper.paint('dim', 'No projects yet.  Describe one: stint project edit TB --customer "Acme Corp"');
  return paper.table(projects.map(projectRow));
}

export const projectView = (project: ProjectShape, paper: Paper): string =>
  `${paper.paint('good', '✓')} Project\n${paper.table([projectRow(project)])}`;

function projectRow(one: ProjectShape): Cell[] {
  return [
    { text: one.key, tone: 'accent' },
    { text: one.name === one.key ? '' : one.name },
    { text: one.customer ?? '' },
    { text: budgetText(one), right: true },
    {
      text: one.hourlyRate === null ? '' : `${one.hourlyRate} ${one.currency ?? ''}/h`.replace(' /', '/'),
      right: true,
    },
    { text: one.linearTeam === null ? '' : `Linear ${one.linearTeam}`, tone: 'dim' },
  ];
}

/** `12h of 100h there`: what the provider says counts before what was agreed. */
function budgetText({ budgetHours, remote }: ProjectShape): string {
  if (remote !== null && remote.worked !== null) {
    const of = remote.budgeted === null ? '' : ` of ${formatShort(remote.budgeted)}`;
    return `${formatShort(remote.worked)}${of} there`;
  }
  return budgetHours === null ? '' : `${budgetHours}h`;
}

interface Imported {
  readonly projects: readonly ProjectShape[];
  readonly mapped: number;
  readonly person: string | null;
  readonly skipped: readonly string[];
}

/** What the files of an earlier tool gave, and what could not be taken over. */
export function importedView({ projects, mapped, person, skipped }: Imported, paper: Paper): string {
  const who = person === null ? '' : `; you are person ${person} in Productive`;
  const parts = [
    `${paper.paint('good', '✓')} ${count(projects.length, 'project')} taken over, ${mapped} mapped to Productive${paper.paint('plain', who)}`,
  ];
  if (projects.length > 0) parts.push(paper.table(projects.map(projectRow)));
  if (skipped.length > 0)
    parts.push(
      `${paper.paint('warn', '⚠ Not taken over:')}\n${skipped.map((line) => `  ${paper.paint('plain', line)}`).join('\n')}`,
    );
  return parts.join('\n');
}
