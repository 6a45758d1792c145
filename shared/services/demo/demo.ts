import type { World } from '../../ports/world.ts';
import { formatInstant } from '../../values/instant.ts';

/** Is this host made up, and what time is it there? */
export function demoStatus(world: World): { isDemo: boolean; now: string; canLeave: boolean } {
  const { isDemo, canLeave } = world.demo;
  return { isDemo, canLeave, now: formatInstant(world.clock.now()) };
}

/** Opens made-up data beside the person's own. @throws Problem `refused` where nobody stays to serve it. */
export const openDemo = async (world: World): Promise<{ address: string | null }> => ({
  address: await world.demo.open(),
});

/** Ends the made-up data. @throws Problem `refused` where the data is the person's own. */
export const leaveDemo = async (world: World): Promise<{ address: string | null }> => ({
  address: await world.demo.leave(),
});
