import { CACHE } from '../../build/scripts/folders.ts';
import type { Measure } from './measure.ts';

/** How long to look. */
export interface Effort {
  readonly rounds: number;
  /** Of doing nothing in the tray. */
  readonly seconds: number;
  /** That are booked. */
  readonly entries: number;
}

/** Every bench by its name, in the order of the table; each loads only what it needs itself. */
export const BENCHES = {
  heartbeat: async () => (await import('./heartbeat.ts')).measureHeartbeat(2_000),
  editors: async () => (await import('./heartbeats.ts')).measureHeartbeats(),
  fusion: async ({ rounds }) => (await import('./fusion.ts')).measureFusion(rounds),
  cli: async ({ rounds }) => (await import('./command-line.ts')).measureCommandLine(Math.max(9, rounds)),
  git: async ({ rounds }) => (await import('./git-day.ts')).measureGitDay(CACHE, Math.max(15, rounds)),
  booking: async ({ rounds, entries }) => (await import('./booking.ts')).measureBooking(rounds, entries),
  reports: async ({ rounds }) => (await import('./reports.ts')).measureReports(rounds),
  peers: async ({ rounds }) => (await import('./peers.ts')).measurePeers(rounds),
  agents: async ({ rounds }) => (await import('./transcripts.ts')).measureTranscripts(rounds),
  sessions: async ({ rounds }) =>
    (await import('./dev-sessions.ts')).measureDevSessions(CACHE, Math.max(61, rounds)),
  rest: async ({ rounds }) => (await import('./rest.ts')).measureRest(rounds),
  use: async () => (await import('./window-in-use.ts')).measureWindowInUse(),
  window: async ({ rounds }) => (await import('./window-opening.ts')).measureWindowOpening(rounds),
  tray: async ({ rounds, seconds }) => (await import('./tray.ts')).measureTray(rounds, seconds),
} as const satisfies Readonly<Record<string, (effort: Effort) => Promise<Measure[]>>>;

export type BenchName = keyof typeof BENCHES;
export const BENCH_NAMES = Object.keys(BENCHES) as readonly BenchName[];
