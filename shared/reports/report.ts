import type { LocalDay, Zone } from '../values/local-day.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Dimension, EntryFilter, Facts } from './facts.ts';
import type { Period, UsualPeriod } from './period.ts';
import type { ReportRules } from './rules.ts';
import type { Meter, Table } from './table.ts';

/** What a report was asked, in values. */
export interface Asked {
  readonly period: Period;
  /** Null: everybody. */
  readonly user: string | null;
  readonly project: string | null;
  readonly ticket: TicketId | null;
  /** A sprint by its name; null where it is a week, which is the period then. */
  readonly sprint: string | null;
  readonly plan: string | null;
  readonly customer: string | null;
  /** It is for a file that is worked on further: tables of single days and tickets are wanted too. */
  readonly isDetailed: boolean;
  readonly today: LocalDay;
  readonly zone: Zone;
  readonly rules: ReportRules;
}

/** What a report needs to know, so that nothing else is asked of the store. */
export interface Needs<D extends Dimension = never> {
  /** Time by these. */
  readonly sums: readonly D[];
  /** The same time by ticket: two short sums are asked for sooner than one long one. */
  readonly byTicket?: boolean;
  /** The same time by person, day and ticket, where the report is made for a file. */
  readonly details?: boolean;
  /** Other entries than those of the period, person and project that were asked for. */
  readonly filter?: EntryFilter;
  /** Only of the projects of the customer that was asked for. */
  readonly ofCustomer?: boolean;
  /** Tickets that are to be known of, with or without time. */
  readonly about?: readonly TicketId[];
  /** Tickets that carry this label (`sprint:12`), too; `only`: no others. */
  readonly labelled?: { readonly label: string; readonly only: boolean };
  /** All that was ever logged on the tickets. */
  readonly ever?: boolean;
  readonly standings?: boolean;
  readonly sessions?: boolean;
  /** What was ever spent on the project. */
  readonly spent?: boolean;
  /** What providers say of budgets. */
  readonly remote?: boolean;
  /** Tickets whose time is wanted by day, from the beginning: those named, and those with one of the labels. */
  readonly byTicketDay?: { readonly tickets: readonly TicketId[]; readonly labels: readonly string[] };
  /** The newest entries, so many. */
  readonly lines?: number;
  readonly uses?: boolean;
}

/** What JSON and YAML hold: the keys of the documents. */
export type Data = { readonly [key: string]: DataValue };
export type DataValue = string | number | boolean | null | readonly DataValue[] | Data;

/** What a report says, in every form it may be shown in. */
export interface Answer {
  readonly title: string;
  /** What it is about: the period, the person, the project. */
  readonly subject: string;
  readonly data: Data;
  readonly tables: readonly Table[];
  /** The table that a format with room for one holds. */
  readonly main: string;
  readonly meters: readonly Meter[];
  /** Sentences for people: what stands out, and what the numbers leave open. */
  readonly notes: readonly string[];
  /** Why `--check` fails; null: all is well. */
  readonly alarm: string | null;
}

/** The answer to a question about time; a line in the catalogue. What it may be asked is in `questions.ts`. */
export interface Report<D extends Dimension = Dimension> {
  /** As the command line names it. */
  readonly id: string;
  readonly title: string;
  /** The days it is about when nothing is said. */
  readonly usual: UsualPeriod;
  /** Whose time it is about when nothing is said. */
  readonly whose: 'own' | 'everybody';
  needs(asked: Asked): Needs<D>;
  answer(facts: Facts<D>, asked: Asked): Answer;
}

/** How the line below the title begins where no days were asked for. */
export const ALL_TIME_WORDS = said`all time`;

/** Whose or which it is about, for the line below the title. */
export const subjectOf = (asked: Asked, ...more: readonly (string | null)[]): string =>
  [
    asked.period.label === 'all' ? ALL_TIME_WORDS : asked.period.label,
    asked.user ?? null,
    asked.project,
    ...more,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** The document's name of the period where it is one, else `period`. */
export const periodKey = (usual: 'week' | 'month' | 'sprint', { period }: Asked): Data =>
  period.kind === usual || (usual === 'sprint' && period.kind === 'week')
    ? { [usual]: period.label }
    : { period: period.label };
