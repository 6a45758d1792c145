import type { MappingRowShape, UnitShape } from '#shared/contract/booking-shapes.ts';

type Scope = MappingRowShape['scope'];

/** A row is told from all others by what it is of. */
export const keyOf = (row: Pick<MappingRowShape, 'scope' | 'name'>): string => `${row.scope} ${row.name}`;

/** What a mapping is of, as the operations take it. */
export const targetOf = ({ scope, name }: { scope: Scope; name: string }) =>
  scope === 'ticket' ? { ticket: name } : scope === 'prefix' ? { prefix: name } : { project: name };

/** Time on it cannot be booked: it has no place, or nothing can be booked there any more. */
export const needsPlace = (row: MappingRowShape): boolean =>
  row.mapping === null ? row.entries > 0 : row.mapping.problem !== null;

/** What needs a place first, then what most time was spent on. */
export function inOrder(rows: readonly MappingRowShape[]): readonly MappingRowShape[] {
  return rows.toSorted(
    (a, b) =>
      Number(needsPlace(b)) - Number(needsPlace(a)) || b.minutes - a.minutes || a.name.localeCompare(b.name),
  );
}

/** Rows in the order they were first seen: one that gets its place must not jump away from under the hand. */
export function inSeenOrder(
  rows: readonly MappingRowShape[],
  seen: readonly string[],
): readonly MappingRowShape[] {
  const place = new Map(seen.map((key, index) => [key, index]));
  const at = (row: MappingRowShape) => place.get(keyOf(row)) ?? -1;
  return inOrder(rows).toSorted((a, b) => at(a) - at(b));
}

/** Rows that have every word of the search in their name or where they go. */
export function findRows(rows: readonly MappingRowShape[], search: string): readonly MappingRowShape[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `${row.name} ${row.mapping?.label ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Units that have every word in one of their names; names that begin with the words come first, closed ones last. */
export function findUnits(units: readonly UnitShape[], search: string): readonly UnitShape[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = units.flatMap((unit) => {
    const text = unit.label.toLowerCase();
    if (!words.every((word) => text.includes(word))) return [];
    const starts = words.filter((word) =>
      unit.names.some((name) => name.toLowerCase().startsWith(word)),
    ).length;
    return [{ unit, starts }];
  });
  return found
    .toSorted(
      (a, b) => Number(a.unit.closed !== null) - Number(b.unit.closed !== null) || b.starts - a.starts,
    )
    .map(({ unit }) => unit);
}

/** A unit and a task below it are told apart together. */
export const unitKey = (unit: Pick<UnitShape, 'unit' | 'task'>): string => `${unit.unit}/${unit.task ?? ''}`;
