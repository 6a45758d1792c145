import type * as services from './report-services.ts';

let room: Promise<typeof services> | null = null;

/** The services of reports, loaded when one is first asked for: nobody else has time for them. */
export const reportRoom = () => (room ??= import('./report-services.ts'));
