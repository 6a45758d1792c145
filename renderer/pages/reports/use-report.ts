import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReportAsked, ReportCatalogueShape } from '#shared/contract/report-operations.ts';
import type { Period } from '#shared/reports/period.ts';
import { daysBetween } from '#shared/values/local-day.ts';
import { projectsQuery, ticketsQuery } from '../../client/queries.ts';
import { useRoute } from '../../hooks/route.ts';
import { useToday } from '../../hooks/today.ts';
import { LONGEST_STACK } from './report-blocks.ts';
import type { Choice, ReportInfo } from './report-address.ts';
import { askedOf, asks, choiceOf, fitting, needs } from './report-address.ts';
import { meantBy } from './report-period.ts';

/** What has to be said before there can be a report, and nobody said or could guess. */
export type Missing = 'project' | 'customer' | 'ticket' | 'plan';

export interface Wish {
  readonly info: ReportInfo;
  /** As the address has it. */
  readonly choice: Choice;
  /** The same, with what had to be said filled in: the first project, the newest ticket. */
  readonly shown: Choice;
  readonly period: Period | null;
  readonly asked: ReportAsked;
  /** Null: it can be asked. */
  readonly missing: Missing | null;
  /** What could be filled in is still on its way. */
  readonly isWaiting: boolean;
  /** It is about all time of the person, whose days have a target. */
  readonly hasTarget: boolean;
}

/** The report that the address means, and all that is asked of it. */
export function useWish(info: ReportInfo): Wish {
  const choice = fitting(info, choiceOf(useRoute().query));
  const today = useToday();
  const wanted = needs(info, 'project') || needs(info, 'customer');
  const { data: projects } = useQuery({
    ...projectsQuery(),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  const { data: tickets } = useQuery({
    ...ticketsQuery(),
    enabled: needs(info, 'ticket') && choice.ticket === null,
  });
  const shown: Choice = {
    ...choice,
    project: choice.project ?? (needs(info, 'project') ? (projects?.[0]?.key ?? null) : null),
    customer:
      choice.customer ??
      (needs(info, 'customer') ? (projects?.flatMap(({ customer }) => customer ?? [])[0] ?? null) : null),
    ticket: choice.ticket ?? (needs(info, 'ticket') ? (tickets?.[0]?.ticket ?? null) : null),
  };
  const missing = missingOf(info, shown);
  const isNamed = info.id === 'sprint' && choice.sprint !== null;
  const period = meantBy(choice.period, today, isNamed ? 'all' : info.usual);
  const isShort =
    period !== null && period.kind !== 'all' && daysBetween(period.from, period.to).length <= LONGEST_STACK;
  const user = choice.user ?? (info.whose === 'own' ? 'me' : 'all');
  return {
    info,
    choice,
    shown,
    period,
    asked: { ...askedOf(info, shown, period), ...(isShort ? { details: true } : {}) },
    missing,
    isWaiting:
      missing !== null && missing !== 'plan' && (missing === 'ticket' ? tickets : projects) === undefined,
    hasTarget: user === 'me' && choice.project === null,
  };
}

function missingOf(info: ReportInfo, shown: Choice): Missing | null {
  for (const field of ['project', 'customer', 'ticket'] as const)
    if (needs(info, field) && shown[field] === null) return field;
  const isSummary = asks(info, 'plan') && asks(info, 'sprint');
  return isSummary && shown.plan === null && shown.sprint === null ? 'plan' : null;
}

/** A report by the name the address has; the first one where it has none, or one that is not known. */
export const infoOf = ({ reports }: ReportCatalogueShape, id: string | null): ReportInfo | undefined =>
  reports.find((report) => report.id === id) ?? reports[0];
