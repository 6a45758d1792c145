import type { ReportAsked, ReportCatalogueShape } from '#shared/contract/report-operations.ts';
import type { Period } from '#shared/reports/period.ts';

export type ReportInfo = ReportCatalogueShape['reports'][number];

/** What the person chose; it stands in the address, so that back and forward work and a link shows the same. */
export interface Choice {
  /** In words: `last month`, `2026-W07`, `2026-02-10..2026-02-14`; null: the usual days of the report. */
  readonly period: string | null;
  /** `me`, `all`; null: as the report has it by itself. */
  readonly user: string | null;
  readonly project: string | null;
  readonly customer: string | null;
  readonly ticket: string | null;
  readonly plan: string | null;
  readonly sprint: string | null;
}
export type ChoiceField = keyof Choice;

const FIELDS = ['period', 'user', 'project', 'customer', 'ticket', 'plan', 'sprint'] as const;

export const NO_CHOICE: Choice = {
  period: null,
  user: null,
  project: null,
  customer: null,
  ticket: null,
  plan: null,
  sprint: null,
};

/** Reads a choice from the query of an address. */
export function choiceOf(query: URLSearchParams): Choice {
  const read = (field: ChoiceField): string | null => query.get(field)?.trim() || null;
  return Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as unknown as Choice;
}

/** The address of a report with a choice; what was not chosen is not in it. */
export function addressOf(report: string, choice: Choice): string {
  const query = new URLSearchParams(
    FIELDS.flatMap((field) => (choice[field] === null ? [] : [[field, choice[field]]])),
  );
  const words = query.toString();
  return `/reports/${encodeURIComponent(report)}${words === '' ? '' : `?${words}`}`;
}

const has = (report: ReportInfo, name: string): boolean => report.fields.some((field) => field.name === name);

/** Which of the choices a report knows. A sprint is called `name` by the report of one. */
export function asks(report: ReportInfo, field: ChoiceField): boolean {
  if (field === 'period') return has(report, 'from');
  return has(report, field) || (field === 'sprint' && has(report, 'name'));
}

/** Does it have to be said, for there to be a report? A summary is of a plan or of a sprint. */
export function needs(report: ReportInfo, field: ChoiceField): boolean {
  return report.fields.some(({ name, isRequired }) => name === field && isRequired);
}

/** The choices without those the report does not know. */
export function fitting(report: ReportInfo, choice: Choice): Choice {
  return Object.fromEntries(
    FIELDS.map((field) => [field, asks(report, field) ? choice[field] : null]),
  ) as unknown as Choice;
}

/** What is asked of the host. @param period the days meant; null: as the report has it by itself. */
export function askedOf(report: ReportInfo, choice: Choice, period: Period | null): ReportAsked {
  const { user, project, customer, ticket, plan, sprint } = fitting(report, choice);
  return {
    ...(choice.period === null ? {} : daysAsked(report, choice.period, period)),
    ...(user === null ? {} : { user }),
    ...(project === null ? {} : { project }),
    ...(customer === null ? {} : { customer }),
    ...(ticket === null ? {} : { ticket }),
    ...(plan === null ? {} : { plan }),
    ...(sprint === null ? {} : has(report, 'sprint') ? { sprint } : { name: sprint }),
  };
}

function daysAsked(report: ReportInfo, words: string, period: Period | null): ReportAsked {
  // The host says what is wrong with words that mean nothing.
  if (period === null) return has(report, 'period') ? { period: words } : { week: words };
  const { kind, label, from, to } = period;
  if (kind === 'week' && has(report, 'week')) return { week: label };
  if (kind === 'month' && has(report, 'month')) return { month: label };
  if (kind !== 'range' && has(report, 'period')) return { period: label };
  return { from, to };
}
