import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '#shared/services/demo/fill.ts';
import { madeUpSessionGit } from '#shared/services/demo/made-up-git.ts';
import { lastThursday, makeUpWeeks } from '#shared/services/demo/made-up.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { createSystemClock } from '../../adapters/system-clock.ts';
import type { Host } from '../host.ts';
import { openHost } from '../host.ts';
import { DEMO_PREFIX, forgetLeftDemos } from './left-demos.ts';
import { sealedWorld, shiftedClock } from './sealed-world.ts';

export interface DemoWish {
  readonly kind: 'desktop' | 'headless';
  /** The same seed makes up the same weeks. */
  readonly seed?: number;
  /** How it is left; null: there is nothing to go back to. */
  readonly leave: (() => Promise<string | null>) | null;
}

const USUAL_SEED = 1;

/**
 * Opens a host on made-up data, in a folder of its own below the system's temporary one, which is gone when it closes
 * (decision 0012); so is, with its opening, what an earlier one left that crashed. It has no way to the outside.
 */
export async function openDemo(wish: DemoWish): Promise<Host> {
  const home = mkdtempSync(join(tmpdir(), DEMO_PREFIX));
  const forget = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    const real = createSystemClock();
    const start = lastThursday(real.now(), real.zone());
    const clock = shiftedClock(real, start);
    const weeks = makeUpWeeks(wish.seed ?? USUAL_SEED, start, real.zone());
    const outside = sealedWorld(weeks.calendar, madeUpSessionGit(weeks.traces, clock.now), {
      isDemo: true,
      canLeave: wish.leave !== null,
      open: async () => null,
      leave: () => {
        if (wish.leave !== null) return wish.leave();
        throw new Problem(
          'refused',
          said`There is nothing to go back to.`,
          said`Close this window, and end stint demo with Ctrl+C.`,
        );
      },
    });
    const host = await openHost({ home, kind: wish.kind, sensor: null, madeUp: { clock, outside } });
    await fillDemo(host.world, weeks);
    forgetLeftDemos(tmpdir(), real.now());
    return {
      ...host,
      close: async () => {
        await host.close();
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}
