import type { Settings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import type { World } from '../ports/world.ts';
import { resolveDay, resolveWeek } from '../values/day-words.ts';
import type { Instant } from '../values/instant.ts';
import type { IsoWeek } from '../values/iso-week.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { dayOf } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';

/** Whose timesheet it is, and what time it is for them. Taken once per operation, so that it cannot change midway. */
export interface Person {
  readonly user: string;
  readonly zone: Zone;
  readonly now: Instant;
  readonly today: LocalDay;
  readonly settings: Settings;
  readonly rules: DerivationRules;
}

export function personOf(world: Pick<World, 'clock' | 'settings' | 'machine'>): Person {
  const settings = world.settings.get();
  const now = world.clock.now();
  let zone: Zone | null = null;
  let today: LocalDay | null = null;
  return {
    user: settings['identity.user'] || world.machine.userName,
    now,
    settings,
    rules: derivationRules(settings),
    // Read when first asked for: the first look at a calendar loads those of the whole world, and the way to the tray
    // needs none.
    get zone() {
      return (zone ??= settings['time.zone'] || world.clock.zone());
    },
    get today() {
      return (today ??= dayOf(now, this.zone));
    },
  };
}

/** The day a person named. @throws Problem `usage` when it is none. */
export function dayNamed(text: string, person: Person): LocalDay {
  const day = resolveDay(text, person.today);
  if (day !== null) return day;
  throw new Problem(
    'usage',
    said`"${text}" is not a day.`,
    said`Give a date such as 2026-02-10, or today, yesterday, monday.`,
  );
}

/** The week a person named. @throws Problem `usage` when it is none. */
export function weekNamed(text: string, person: Person): IsoWeek {
  const week = resolveWeek(text, person.today);
  if (week !== null) return week;
  throw new Problem(
    'usage',
    said`"${text}" is not a week.`,
    said`Give a week such as 2026-W07, or this, last, or a date in it.`,
  );
}
