import type { Id } from '../values/ids.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';

/** How the time of a budget is meant. */
export interface BudgetTerms {
  /** Once for all, or anew each month. */
  readonly per: 'total' | 'month';
  /** What a month leaves over is the next one's, and what it overdraws too. */
  readonly rollover: boolean;
  /** Time before does not count; null: all does. */
  readonly from: LocalDay | null;
  /** Shares in percent that are worth a warning, the smallest first; null: those of the settings. */
  readonly percents: readonly number[] | null;
}

/** What is meant where nothing is said. */
export const USUAL_TERMS: BudgetTerms = { per: 'total', rollover: false, from: null, percents: null };

/**
 * What an agency knows of a project besides its tickets. A project is named by its key (`TB`, `customer-portal`):
 * the one that entries carry. A project without a record is just its key.
 */
export interface Project {
  readonly id: Id;
  readonly user: string;
  /** Unique per user; compared as it is written. */
  readonly key: string;
  readonly name: string;
  readonly customer: string | null;
  /** Time sold; null: no limit. */
  readonly budget: Minutes | null;
  readonly terms: BudgetTerms;
  /** Price of an hour in hundredths of the currency; null: not billed by the hour. */
  readonly hourlyRate: { readonly cents: number; readonly currency: string } | null;
  /** Prefix of its tickets in Linear, say. */
  readonly linearTeam: string | null;
  readonly revision: number;
}

/** The projects of a customer, however the name is capitalised. */
export const ofCustomer = (projects: readonly Project[], customer: string): Project[] =>
  projects.filter((project) => project.customer?.trim().toLowerCase() === customer.trim().toLowerCase());
