import type { Place } from '../../sources/ics/address.ts';
import { instant } from '../../values/instant.ts';
import { said } from '../../values/said.ts';
import { meetingsToday } from './calendar-news.ts';
import { calendarsOff } from './calendars-off.ts';
import { readIcsMark } from './ics-mark.ts';
import { icsPlaces } from './ics-places.ts';
import type { NamedSource, SourceReader } from './source-reader.ts';

/** Calendars by secret address or file, from the setting `calendar.ics`: the way that needs no account. */
export const icsReader: SourceReader = {
  kind: 'ics',
  // Files are as near as that, but one kind of source is one.
  way: 'remote',
  async list(world) {
    const places = icsPlaces(world);
    if (places.length === 0) return [NONE];
    const states = new Map((await world.stores.sources.list()).map((state) => [state.key, state]));
    return places.map(({ key, name, place }) => {
      const mark = readIcsMark(states.get(key)?.mark ?? null);
      const knownFrom = mark.by === '' ? null : instant(mark.from);
      return { key, name, off: calendarsOff(world), detail: detailOf(place, mark.told), knownFrom };
    });
  },
  async read(world, person, key, since, reading) {
    const { readIcsSource } = await import('./read-ics-source.ts');
    return readIcsSource(world, person, key, since, reading);
  },
  today: meetingsToday,
};

const NONE: NamedSource = {
  key: 'ics',
  name: said`Calendars by address or file`,
  off: said`None is named. Name one: stint config set calendar.ics '["https://…"]'`,
};

const detailOf = (place: Place, told: readonly string[]): string | null => {
  if (told.length > 0) return told.join(' ');
  return place.kind === 'file' ? said`A file; read whenever a day is looked at.` : null;
};
