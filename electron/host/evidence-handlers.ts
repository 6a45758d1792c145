import type { World } from '#shared/ports/world.ts';
import { evidenceRoom as evidence } from './evidence-room.ts';
import type { Guarded } from './guarded.ts';

/** The operations about sources and what they told; their services are loaded when the first is asked for. */
export function evidenceHandlers(
  os: Pick<Guarded, 'source' | 'calendar' | 'telemetry' | 'agent' | 'import'>,
  world: World,
) {
  return {
    source: {
      list: os.source.list.handler(async () => (await evidence()).listSources(world)),
      read: os.source.read.handler(async ({ input }) => (await evidence()).readSources(world, input)),
      pause: os.source.pause.handler(async ({ input }) => (await evidence()).pauseSource(world, input)),
      resume: os.source.resume.handler(async ({ input }) => (await evidence()).resumeSource(world, input)),
      outgoing: os.source.outgoing.handler(async () => (await evidence()).outgoing(world)),
    },
    calendar: {
      connect: os.calendar.connect.handler(async ({ input }) =>
        (await evidence()).connectGoogle(world, input),
      ),
      accounts: os.calendar.accounts.handler(async ({ input }) =>
        (await evidence()).googleAccounts(world, input),
      ),
      choose: os.calendar.choose.handler(async ({ input }) =>
        (await evidence()).chooseCalendars(world, input),
      ),
      disconnect: os.calendar.disconnect.handler(async ({ input }) =>
        (await evidence()).disconnectGoogle(world, input),
      ),
      series: os.calendar.series.handler(async ({ input }) => (await evidence()).bookSeries(world, input)),
      attend: os.calendar.attend.handler(async ({ input }) => (await evidence()).attendMeeting(world, input)),
    },
    telemetry: {
      start: os.telemetry.start.handler(async ({ input }) => (await evidence()).startTelemetry(world, input)),
      stop: os.telemetry.stop.handler(async ({ input }) => (await evidence()).stopTelemetry(world, input)),
    },
    agent: {
      hook: os.agent.hook.handler(async ({ input }) => (await evidence()).hearAgentHook(world, input)),
      runs: os.agent.runs.handler(async ({ input }) => (await evidence()).showAgentRuns(world, input)),
    },
    import: {
      activitywatch: os.import.activitywatch.handler(async ({ input }) =>
        (await evidence()).importActivityWatch(world, input),
      ),
    },
  };
}
