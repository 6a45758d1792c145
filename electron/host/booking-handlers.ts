import type { World } from '#shared/ports/world.ts';
import { bookingRoom as booking } from './booking-room.ts';
import type { Guarded } from './guarded.ts';

/** The operations about providers, projects and booking; their services are loaded when the first is asked for. */
export function bookingHandlers(os: Pick<Guarded, 'provider' | 'project' | 'booking'>, world: World) {
  return {
    provider: {
      list: os.provider.list.handler(async ({ input }) => (await booking()).listProviders(world, input)),
      status: os.provider.status.handler(async ({ input }) => (await booking()).providerStatus(world, input)),
      connect: os.provider.connect.handler(async ({ input }) =>
        (await booking()).connectProvider(world, input),
      ),
      disconnect: os.provider.disconnect.handler(async ({ input }) =>
        (await booking()).disconnectProvider(world, input),
      ),
      units: os.provider.units.handler(async ({ input }) => (await booking()).listUnits(world, input)),
      mappings: os.provider.mappings.handler(async ({ input }) =>
        (await booking()).mappingTable(world, input),
      ),
      map: os.provider.map.handler(async ({ input }) => (await booking()).mapUnit(world, input)),
      unmap: os.provider.unmap.handler(async ({ input }) => (await booking()).unmapUnit(world, input)),
    },
    project: {
      list: os.project.list.handler(async ({ input }) => (await booking()).listProjects(world, input)),
      edit: os.project.edit.handler(async ({ input }) => (await booking()).editProject(world, input)),
      import: os.project.import.handler(async ({ input }) => (await booking()).importProjects(world, input)),
    },
    booking: {
      plan: os.booking.plan.handler(async ({ input }) => (await booking()).planBooking(world, input)),
      sync: os.booking.sync.handler(async ({ input }) => (await booking()).syncBooking(world, input)),
      cancel: os.booking.cancel.handler(async ({ input }) => (await booking()).cancelBooking(world, input)),
      progress: os.booking.progress.handler(async ({ input }) =>
        (await booking()).bookingProgress(world, input),
      ),
      states: os.booking.states.handler(async ({ input }) => (await booking()).bookingStates(world, input)),
    },
  };
}
