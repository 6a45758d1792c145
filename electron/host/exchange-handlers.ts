import type { World } from '#shared/ports/world.ts';
import type { Guarded } from './guarded.ts';
import type * as services from './exchange-services.ts';

let room: Promise<typeof services> | null = null;

/** Formats bring their readers and writers along: they are loaded when one is first asked for. */
const exchangeRoom = () => (room ??= import('./exchange-services.ts'));

/** Time from other tools and for them. */
export function exchangeHandlers(os: Pick<Guarded, 'exchange'>, world: World) {
  return {
    exchange: {
      importTimes: os.exchange.importTimes.handler(async ({ input }) =>
        (await exchangeRoom()).importTimes(world, input),
      ),
      importClaudeTime: os.exchange.importClaudeTime.handler(async ({ input }) =>
        (await exchangeRoom()).importClaudeTime(world, input),
      ),
      saveAll: os.exchange.saveAll.handler(async ({ input }) => (await exchangeRoom()).saveAll(world, input)),
      restoreAll: os.exchange.restoreAll.handler(async ({ input }) =>
        (await exchangeRoom()).restoreAll(world, input),
      ),
      exportTimes: os.exchange.exportTimes.handler(async ({ input }) =>
        (await exchangeRoom()).exportTimes(world, input),
      ),
    },
  };
}
