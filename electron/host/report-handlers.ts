import type { World } from '#shared/ports/world.ts';
import type { ReportId } from '#shared/reports/questions.ts';
import { REPORT_IDS } from '#shared/reports/questions.ts';
import type { Guarded } from './guarded.ts';
import { reportRoom } from './report-room.ts';

/** The reports of the catalogue; their services are loaded when the first is asked for. */
export function reportHandlers(os: Pick<Guarded, 'report'>, world: World) {
  const handler = (id: ReportId) =>
    os.report[id].handler(async ({ input }) => (await reportRoom()).showReport(world, id, input));
  return {
    report: Object.fromEntries(REPORT_IDS.map((id) => [id, handler(id)])) as {
      readonly [Id in ReportId]: ReturnType<typeof handler>;
    },
  };
}
