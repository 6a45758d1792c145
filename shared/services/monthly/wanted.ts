import type { ReportFormat } from '../../reports/file-formats.ts';
import type { World } from '../../ports/world.ts';
import type { Month } from '../../reports/monthly.ts';
import type { Period } from '../../reports/period.ts';
import { ALL_TIME, monthPeriod } from '../../reports/period.ts';
import type { ReportId } from '../../reports/questions.ts';
import type { Person } from '../person.ts';
import { knownPlans } from '../reports/plans.ts';

/** What a report of a month is about, besides the month; all null: nothing more. */
export interface About {
  readonly project: string | null;
  readonly customer: string | null;
  readonly sprint: string | null;
}

/** A report of a month that somebody wants, in all formats it is wanted in. */
export interface Wanted extends About {
  readonly report: ReportId;
  readonly formats: readonly ReportFormat[];
}

const NOTHING_MORE: About = { project: null, customer: null, sprint: null };

/** What the settings want of a month: reports of projects, customers and sprints once for each, others once. */
export async function wantedOf(world: World, person: Person, month: Month): Promise<Wanted[]> {
  const formats = person.settings['reports.monthlyFormats'];
  const wanted: Wanted[] = [];
  for (const report of person.settings['reports.monthlyReports'])
    for (const about of await abouts(world, person, report, monthPeriod(month)))
      wanted.push({ ...NOTHING_MORE, ...about, report, formats });
  return wanted;
}

async function abouts(
  world: World,
  person: Person,
  report: ReportId,
  month: Period,
): Promise<readonly Partial<About>[]> {
  const { settings } = person;
  switch (report) {
    case 'project': {
      const chosen = settings['reports.monthlyProjects'];
      const projects = chosen.length > 0 ? chosen : await projectsWithTime(world, month);
      return projects.map((project) => ({ project }));
    }
    case 'customer': {
      const chosen = settings['reports.monthlyCustomers'];
      const customers = chosen.length > 0 ? chosen : await customersWithTime(world, person, month);
      return customers.map((customer) => ({ customer }));
    }
    case 'sprint':
      return (await sprintsEnded(world, person, month)).map((sprint) => ({ sprint }));
    default:
      return [NOTHING_MORE];
  }
}

async function projectsWithTime({ stores }: World, { from, to }: Period): Promise<readonly string[]> {
  const sums = await stores.reports.sums({ from, to }, ['project']);
  return sums.flatMap(({ project, minutes }) => (project === null || minutes === 0 ? [] : [project]));
}

/** Each once, however its projects write it. */
async function customersWithTime(world: World, { user }: Person, month: Period): Promise<readonly string[]> {
  const worked = new Set(await projectsWithTime(world, month));
  const found = new Map<string, string>();
  for (const { key, customer } of await world.stores.projects.list(user)) {
    const name = customer?.trim() ?? '';
    if (name !== '' && worked.has(key) && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return [...found.values()];
}

/** Nobody says when a sprint ends: the last time on one of its tickets does. */
async function sprintsEnded(world: World, person: Person, { from, to }: Period): Promise<readonly string[]> {
  const sprints = (await knownPlans(world, person)).filter(({ kind }) => kind === 'sprint');
  const tickets = [...new Set(sprints.flatMap((sprint) => sprint.tickets))];
  if (tickets.length === 0) return [];
  const sums = await world.stores.reports.sums({ from, to: ALL_TIME.to, tickets }, ['ticket', 'date']);
  const inMonth = new Set(sums.flatMap(({ ticket, date }) => (date <= to ? [ticket] : [])));
  const later = new Set(sums.flatMap(({ ticket, date }) => (date > to ? [ticket] : [])));
  return sprints
    .filter((sprint) => sprint.tickets.some((one) => inMonth.has(one)))
    .filter((sprint) => !sprint.tickets.some((one) => later.has(one)))
    .map(({ name }) => name);
}
