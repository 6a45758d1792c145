import type { Log } from '#shared/ports/world.ts';

/** Something that runs by itself. */
export interface Job {
  readonly name: string;
  /** How long until the next run, in ms; asked anew each time, so that a changed setting takes effect. */
  readonly everyMs: () => number;
  /** Its first run comes this much after the start, in ms. */
  readonly firstAfterMs: number;
  readonly run: () => Promise<void>;
}

/**
 * Runs jobs until stopped. A job never overlaps with itself, its failure is logged and it runs again; no timer keeps
 * the process alive.
 * @returns how to stop: no run begins afterwards, and the promise waits for those under way.
 */
export function schedule(jobs: readonly Job[], log: Log): () => Promise<void> {
  const timers = new Map<Job, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  const runSoon = (job: Job, inMs: number): void => {
    timers.set(
      job,
      setTimeout(() => {
        const run = job
          .run()
          .catch((error: unknown) => log.error(`job.${job.name}`, error))
          .finally(() => {
            underWay.delete(run);
            if (!stopped) runSoon(job, job.everyMs());
          });
        underWay.add(run);
      }, inMs).unref(),
    );
  };
  for (const job of jobs) runSoon(job, job.firstAfterMs);

  return async () => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.all(underWay);
  };
}
