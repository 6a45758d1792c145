import type { Id } from '../values/ids.ts';
import type { Minutes } from '../values/minutes.ts';

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
  /** Price of an hour in hundredths of the currency; null: not billed by the hour. */
  readonly hourlyRate: { readonly cents: number; readonly currency: string } | null;
  /** Prefix of its tickets in Linear, say. */
  readonly linearTeam: string | null;
  readonly revision: number;
}

/** The projects of a customer, however the name is capitalised. */
export const ofCustomer = (projects: readonly Project[], customer: string): Project[] =>
  projects.filter((project) => project.customer?.trim().toLowerCase() === customer.trim().toLowerCase());
