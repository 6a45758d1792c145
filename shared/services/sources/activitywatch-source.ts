import { dayInterval } from '../../values/local-day.ts';
import { formatShort, minutesOfMs } from '../../values/minutes.ts';
import { clip, coveredMs } from '../../values/interval.ts';
import { said } from '../../values/said.ts';
import { activeSpans } from '../../evidence/git-presence.ts';
import type { SourceReader } from './source-reader.ts';

/** How the source of imported presence is known. */
export const ACTIVITYWATCH = { key: 'activitywatch', kind: 'activitywatch', name: 'ActivityWatch' } as const;
/** Named in each span: this presence is of another program, and maybe of another machine. */
export const AFK_BACKEND = 'import:activitywatch';

/** Presence from ActivityWatch: there is something to show once a file was imported. */
export const activityWatchReader: SourceReader = {
  kind: 'activitywatch',
  way: 'pushed',
  async list(world) {
    const known = await world.stores.sources.get(ACTIVITYWATCH.key);
    const { key, name } = ACTIVITYWATCH;
    return known === null
      ? []
      : [{ key, name, detail: said`Read from a file: stint import activitywatch FILE` }];
  },
  read: async () => [],
  async today(world, person) {
    const day = dayInterval(person.today, person.zone);
    const spans = await world.stores.evidence.presence(person.user, day);
    const own = activeSpans(spans).filter((span) => span.backend === AFK_BACKEND);
    const active = minutesOfMs(coveredMs(clip(own, [day])));
    return active === 0 ? null : said`${formatShort(active)} at the machine`;
  },
};
