import type * as services from './evidence-services.ts';

let room: Promise<typeof services> | null = null;

/**
 * The services of sources, meetings, tools and agents, loaded when one of them is first asked for: neither the way to
 * the tray nor `stint day` has time for what only they need.
 */
export const evidenceRoom = () => (room ??= import('./evidence-services.ts'));
