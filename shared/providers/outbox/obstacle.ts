import type { Mapping } from '../../entries/mapping.ts';
import { formatShort } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { Booking } from './bookable.ts';
import type { Capabilities, Unit } from '../provider.ts';

/** What stands in the way of telling a provider, and what to know when it is told. */
export interface Hindrance {
  readonly obstacle: string | null;
  readonly warning: string | null;
}

const free: Hindrance = { obstacle: null, warning: null };

/**
 * May it be booked where it is mapped to? What the provider does not list is tried all the same, with a warning: lists of
 * units leave out what a person may book on after all, and the server has the last word.
 * @param units null: they could not be read.
 */
export function hindranceOf(
  booking: Booking,
  mapping: Mapping | null,
  units: UnitIndex | null,
  provider: { readonly name: string; readonly can: Pick<Capabilities, 'needsTask'> },
): Hindrance {
  if (booking.problem !== null) return { ...free, obstacle: booking.problem };
  if (mapping === null) return { ...free, obstacle: unmapped(booking) };
  const label = mapping.label || mapping.unit;
  if (provider.can.needsTask && mapping.task === null) {
    return { ...free, obstacle: said`${label} needs a task in ${provider.name}: map it again with one.` };
  }
  if (units === null) return free;
  const unit = units.find(mapping.unit, mapping.task);
  if (unit !== null && unit.closed !== null) {
    return { ...free, obstacle: said`Nothing can be booked on ${label} any more: it is ${unit.closed}.` };
  }
  if (unit !== null) return free;
  const listed = units.hasUnit(mapping.unit);
  if (listed && mapping.task !== null && provider.can.needsTask) {
    return { ...free, obstacle: said`The task of ${label} is no longer there: map it again.` };
  }
  // Where no tasks are listed, a task is nothing to wonder about.
  if (listed && !units.listsTasks(mapping.unit)) return free;
  return { ...free, warning: said`${provider.name} no longer lists ${label}, so it may refuse it` };
}

function unmapped({ entry }: Booking): string {
  const name = entry.ticket ?? entry.project;
  return name === null
    ? said`It has neither ticket nor project, so nobody knows where it is to be booked: give it one.`
    : said`${name} is not mapped: say where its time is booked.`;
}

/** Units, to be asked for by id. */
export class UnitIndex {
  readonly #units = new Map<string, Unit[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) this.#units.set(unit.unit, [...(this.#units.get(unit.unit) ?? []), unit]);
  }

  find(unit: string, task: string | null): Unit | null {
    const all = this.#units.get(unit) ?? [];
    const exact = all.find((one) => one.task === task);
    const closed = all.find((one) => one.task === null && one.closed !== null);
    return closed ?? exact ?? (task === null ? (all[0] ?? null) : null);
  }

  hasUnit(unit: string): boolean {
    return this.#units.has(unit);
  }

  listsTasks(unit: string): boolean {
    return (this.#units.get(unit) ?? []).some((one) => one.task !== null);
  }

  /** The one whose budget counts: its own, else that of the unit it lies in. */
  budgetOf(unit: string, task: string | null): Unit | null {
    const all = this.#units.get(unit) ?? [];
    const known = all.filter((one) => one.left !== null);
    return known.find((one) => one.task === task) ?? known.find((one) => one.task === null) ?? null;
  }
}

/** What is left of budgets while a plan is made: what is planned earlier counts. */
export class BudgetTally {
  readonly #spent = new Map<Unit, number>();
  readonly #units: UnitIndex | null;

  constructor(units: UnitIndex | null) {
    this.#units = units;
  }

  /** @param minutes more than before. Takes them, unless a capped budget has less. */
  take(unit: string, task: string | null, minutes: number): Hindrance {
    const found = this.#units?.budgetOf(unit, task) ?? null;
    if (found === null || found.left === null || minutes <= 0) return free;
    const left = found.left - (this.#spent.get(found) ?? 0);
    if (minutes > left && found.capped) {
      return {
        ...free,
        obstacle: said`Only ${formatShort(Math.max(0, left))} are left in its budget, which takes no more.`,
      };
    }
    this.#spent.set(found, (this.#spent.get(found) ?? 0) + minutes);
    return minutes > left
      ? { ...free, warning: said`its budget is exceeded by ${formatShort(minutes - left)}` }
      : free;
  }
}
