import type { Demo } from '#shared/ports/demo.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** Made-up data that is open beside a person's own. */
export interface RunningDemo {
  /** @returns an address that lets one browser in; null: its own window was brought to the front. */
  show(): string | null;
  close(): Promise<void>;
}

/** What a demo is told by the host that opened it. */
export interface DemoOpener {
  /** Where to go back to; null: there is no address, only a window. */
  readonly back: () => string | null;
  /** It has ended by itself. */
  readonly over: () => void;
}

/** How a front door opens made-up data. */
export type StartDemo = (opener: DemoOpener) => Promise<RunningDemo>;

/**
 * The way from a person's own data to made-up data. One at a time.
 * @param start null where nobody stays to serve it (a single command).
 */
export function demoDesk(
  start: StartDemo | null,
  back: () => string | null,
): Demo & { close(): Promise<void> } {
  let running: Promise<RunningDemo> | null = null;
  return {
    isDemo: false,
    canLeave: false,
    async open() {
      if (start === null)
        throw new Problem('refused', said`A demo needs somebody who stays.`, said`Run: stint demo`);
      running ??= start({ back, over: () => (running = null) }).catch((error: unknown) => {
        running = null;
        throw error;
      });
      return (await running).show();
    },
    async leave() {
      throw new Problem(
        'refused',
        said`This is your own data, not a demo.`,
        said`There is nothing to leave.`,
      );
    },
    async close() {
      const demo = await running?.catch(() => null);
      running = null;
      await demo?.close();
    },
  };
}
