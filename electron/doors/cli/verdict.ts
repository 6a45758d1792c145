import type { Plan, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { MonthlyShape } from '#shared/contract/monthly-operations.ts';
import { EXIT_CODES } from '#shared/values/problem.ts';

/** What an answer means for a script: the exit code where an operation answered, but not all is well. */
const VERDICTS: Readonly<Record<string, (output: never) => number>> = {
  'upkeep.doctor': (found: { readonly healthy: boolean }) => (found.healthy ? 0 : EXIT_CODES.failed),
  'monthly.make': ({ failed }: MonthlyShape) => (failed.length === 0 ? 0 : EXIT_CODES.failed),
  'timer.sync': (done: Plan | SyncResult) => ('rows' in done ? 0 : verdictOf(done)),
  'booking.sync': (done: Plan | SyncResult) => ('rows' in done ? 0 : verdictOf(done)),
};

/** The exit code of an operation that answered (design §4). */
export function exitCodeOf(operation: readonly string[], output: unknown): number {
  const name = operation.join('.');
  return Object.hasOwn(VERDICTS, name) ? VERDICTS[name]!(output as never) : 0;
}

/** Refused when nothing else came of it, failed when a part did not work, conflict when only that is left to settle. */
function verdictOf(done: SyncResult): number {
  if (done.problem !== null) return EXIT_CODES[done.problemCode ?? 'offline'];
  const booked = done.created + done.updated + done.deleted + done.adopted;
  if (done.failed.length > 0) return booked === 0 ? EXIT_CODES.refused : EXIT_CODES.failed;
  if (done.conflicts.length > 0) return EXIT_CODES.conflict;
  return done.waiting > 0 ? EXIT_CODES.offline : 0;
}
