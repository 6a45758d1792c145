import { bookingCases } from './stores-suite-booking.ts';
import { evidenceCases } from './stores-suite-evidence.ts';
import { ledgerCases } from './stores-suite-ledger.ts';
import { readerCases } from './stores-suite-readers.ts';
import { dashboardCases } from './stores-suite-dashboards.ts';
import { devSessionCases } from './stores-suite-dev-sessions.ts';
import { promptCases } from './stores-suite-prompts.ts';
import { reportCases } from './stores-suite-reports.ts';
import { sourceCases } from './stores-suite-sources.ts';
import type { StoresCase } from './stores-case.ts';

/** What every implementation of the stores must do; each case gets empty stores of its own (style §5.11). */
export const STORES_SUITE: readonly StoresCase[] = [
  ...readerCases,
  ...evidenceCases,
  ...ledgerCases,
  ...bookingCases,
  ...sourceCases,
  ...promptCases,
  ...dashboardCases,
  ...devSessionCases,
  ...reportCases,
];
