import type { World } from '#shared/ports/world.ts';
import { demoStatus, leaveDemo, openDemo } from '#shared/services/demo/demo.ts';
import type { Guarded } from '../guarded.ts';

/** The operations about made-up data. */
export function demoHandlers(os: Pick<Guarded, 'demo'>, world: World) {
  return {
    demo: {
      status: os.demo.status.handler(() => demoStatus(world)),
      open: os.demo.open.handler(() => openDemo(world)),
      leave: os.demo.leave.handler(() => leaveDemo(world)),
    },
  };
}
