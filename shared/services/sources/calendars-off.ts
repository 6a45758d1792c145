import type { World } from '../../ports/world.ts';
import { said } from '../../values/said.ts';

/** Why no calendar is read: the person, their defaults file or their repositories switched calendars off (document 4 §7). */
export const calendarsOff = (world: Pick<World, 'settings'>): string | null =>
  world.settings.get()['calendar.enabled']
    ? null
    : said`Calendars are switched off. Who did it: stint config explain calendar.enabled`;
