import type { contract } from '#shared/contract/contract.ts';
import type { Noun } from './noun.ts';

type Contract = typeof contract;

/**
 * Every noun of the contract. Schemas and services take longer to load than most operations take to run, so a noun is
 * loaded when it is first asked for: a command loads one, the way to the tray none.
 */
export const NOUNS: {
  readonly [Name in keyof Contract]: () => Promise<{ readonly operations: Noun<Contract[Name]> }>;
} = {
  session: () => import('./session.ts'),
  devSession: () => import('./dev-session.ts'),
  entry: () => import('./entry.ts'),
  gap: () => import('./gap.ts'),
  day: () => import('./day.ts'),
  week: () => import('./week.ts'),
  repository: () => import('./repository.ts'),
  setting: () => import('./setting.ts'),
  secret: () => import('./secret.ts'),
  shortcut: () => import('./shortcut.ts'),
  ticket: () => import('./ticket.ts'),
  task: () => import('./task.ts'),
  timer: () => import('./timer.ts'),
  provider: () => import('./provider.ts'),
  project: () => import('./project.ts'),
  booking: () => import('./booking.ts'),
  source: () => import('./source.ts'),
  calendar: () => import('./calendar.ts'),
  telemetry: () => import('./telemetry.ts'),
  agent: () => import('./agent.ts'),
  statusline: () => import('./statusline.ts'),
  import: () => import('./import.ts'),
  exchange: () => import('./exchange.ts'),
  prompt: () => import('./prompt.ts'),
  report: () => import('./report.ts'),
  monthly: () => import('./monthly.ts'),
  budget: () => import('./budget.ts'),
  dashboard: () => import('./dashboard.ts'),
  upkeep: () => import('./upkeep.ts'),
  demo: () => import('./demo.ts'),
  welcome: () => import('./welcome.ts'),
  wish: () => import('./wish.ts'),
  changes: () => import('./changes.ts'),
};
