import type { Migration } from './migration.ts';
import { baseTables } from './0001-base-tables.ts';
import { tickets } from './0002-tickets.ts';
import { booking } from './0003-booking.ts';
import { evidence } from './0004-evidence.ts';
import { settledGaps } from './0005-settled-gaps.ts';
import { reports } from './0006-reports.ts';
import { prompts } from './0007-prompts.ts';
import { dashboardShares } from './0008-dashboard-shares.ts';
import { budgetTerms } from './0009-budget-terms.ts';
import { devSessions } from './0010-dev-sessions.ts';
import { ticketsOfAllTime } from './0011-tickets-of-all-time.ts';

/** Every migration, in order, without a gap. A published one is never edited: a change of tables is a new line here. */
export const MIGRATIONS: readonly Migration[] = [
  baseTables,
  tickets,
  booking,
  evidence,
  settledGaps,
  reports,
  prompts,
  dashboardShares,
  budgetTerms,
  devSessions,
  ticketsOfAllTime,
];

/** The version of the tables that this program works with. */
export const LATEST_VERSION = MIGRATIONS.length;
