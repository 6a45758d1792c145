import { parseWeek } from '../../values/iso-week.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { ALL_TIME, periodMeant } from '../../reports/period.ts';
import type { Period, PeriodWords } from '../../reports/period.ts';
import type { Asked, Report } from '../../reports/report.ts';
import type { World } from '../../ports/world.ts';
import { reportRules } from '../../reports/rules.ts';
import { ticketAsked } from '../../reports/ticket.ts';
import { layeredByPrefix } from '../../settings/layers.ts';
import type { Person } from '../person.ts';

/** What a report may be asked, in words; each report takes some of them. */
export interface ReportInput extends PeriodWords {
  readonly user?: string | undefined;
  readonly project?: string | undefined;
  readonly ticket?: string | undefined;
  /** A sprint by its name, or a week. */
  readonly name?: string | undefined;
  readonly sprint?: string | undefined;
  readonly plan?: string | undefined;
  readonly customer?: string | undefined;
  /** Tables of single days and tickets are wanted too. */
  readonly details?: boolean | undefined;
}

/** Reads what a report was asked. @throws Problem `usage` where the words make no sense. */
export function readAsked(
  { configuration }: Pick<World, 'configuration'>,
  report: Report,
  input: ReportInput,
  person: Person,
  isDetailed = false,
): Asked {
  const sprint = sprintOf(report, input);
  const plan = input.plan ?? null;
  if (report.id === 'summary' && (sprint === null) === (plan === null))
    throw new Problem(
      'usage',
      said`A summary is of a plan or of a sprint.`,
      said`Give --plan NAME or --sprint NAME.`,
    );
  const ticket = input.ticket === undefined ? null : ticketAsked(input.ticket);
  return {
    period: periodOf(report, input, sprint, person),
    user: userOf(report, input, person),
    project: input.project ?? null,
    ticket,
    sprint,
    plan,
    customer: input.customer ?? null,
    isDetailed: isDetailed || input.details === true,
    get today() {
      return person.today;
    },
    get zone() {
      return person.zone;
    },
    rules: reportRules(person.settings, layeredByPrefix(configuration.app(), configuration.layers())),
  };
}

/** A sprint that is a week is a period; the summary takes it for a name all the same. */
function sprintOf(report: Report, { name, sprint }: ReportInput): string | null {
  if (name !== undefined && sprint !== undefined && name !== sprint)
    throw new Problem('usage', said`Two sprints were named.`, said`Give --name or --sprint, not both.`);
  const named = name ?? sprint ?? null;
  return named !== null && (report.id === 'summary' || parseWeek(named) === null) ? named : null;
}

function periodOf(report: Report, input: ReportInput, sprint: string | null, person: Person): Period {
  const { week, month, period, from, to } = input;
  const words = { week, month, period, from, to };
  const isSaid = Object.values(words).some((word) => word !== undefined);
  const asWeek = sprint === null && report.id === 'sprint' ? (input.name ?? input.sprint) : undefined;
  if (asWeek !== undefined) {
    if (isSaid)
      throw new Problem('usage', said`Days were given twice.`, said`Give --week or --sprint, not both.`);
    return periodMeant({ week: asWeek }, person, 'week');
  }
  // The tickets of a sprint say what belongs to it, so its days do not have to.
  if (sprint !== null && !isSaid) return ALL_TIME;
  return periodMeant(words, person, report.usual);
}

function userOf({ whose }: Report, { user }: ReportInput, person: Person): string | null {
  if (user === undefined) return whose === 'own' ? person.user : null;
  if (user === 'all') return null;
  return user === 'me' ? person.user : user;
}
