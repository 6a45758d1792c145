import type { World } from '../../ports/world.ts';
import type { Place } from '../../sources/ics/address.ts';
import { namesOfPlaces, placeOf } from '../../sources/ics/address.ts';
import { fnv1a64 } from '../../values/text-hash.ts';

/** One calendar of the settings. The key tells nothing of its address. */
export interface IcsPlace {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
}

/** The calendars of the settings, each once. */
export function icsPlaces(world: Pick<World, 'settings'>): IcsPlace[] {
  const places = new Map(
    world.settings.get()['calendar.ics'].map((entry) => {
      const place = placeOf(entry);
      return [`ics:${fnv1a64(place.kind === 'file' ? place.path : place.url)}`, place] as const;
    }),
  );
  const names = namesOfPlaces([...places.values()]);
  return [...places].map(([key, place], at) => ({ key, name: names[at]!, place }));
}
