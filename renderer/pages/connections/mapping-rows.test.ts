import { describe, expect, it } from 'vitest';
import type { MappingRowShape, UnitShape } from '#shared/contract/booking-shapes.ts';
import {
  findRows,
  findUnits,
  inOrder,
  inSeenOrder,
  keyOf,
  needsPlace,
  targetOf,
  unitKey,
} from './mapping-rows.ts';

const row = (name: string, minutes: number, label: string | null, problem: string | null = null) =>
  ({
    scope: 'project',
    name,
    minutes,
    entries: 1,
    mapping:
      label === null
        ? null
        : { scope: 'project', name, unit: '1', task: null, label, billable: null, problem },
    suggestion: null,
  }) satisfies MappingRowShape;
const unit = (label: string, closed: string | null = null): UnitShape => ({
  unit: label,
  task: null,
  label,
  names: label.split(' · '),
  closed,
  billable: null,
  left: null,
});
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe('the mapping table', () => {
  const rows = [
    row('small', 10, 'A'),
    row('open', 5, null),
    row('big', 90, 'B'),
    row('shut', 7, 'C', 'closed'),
  ];

  it('has first what needs a place, then what most time went into', () => {
    expect(names(inOrder(rows))).toEqual(['shut', 'open', 'big', 'small']);
  });

  it('asks for no place for what no time went into', () => {
    expect(needsPlace({ ...row('sold', 0, null), entries: 0 })).toBe(false);
    expect(needsPlace(row('open', 5, null))).toBe(true);
  });

  it('keeps a row where it was when it gets its place; new ones come first', () => {
    const seen = inOrder(rows).map(keyOf);
    const after = [
      ...rows.map((one) => (one.name === 'open' ? row('open', 5, 'D') : one)),
      row('new', 0, 'E'),
    ];
    expect(names(inSeenOrder(after, seen))).toEqual(['new', 'shut', 'open', 'big', 'small']);
  });

  it('is searched by name and place', () => {
    expect(names(findRows([row('TB', 1, 'Development · Portal'), row('APP', 1, null)], 'port dev'))).toEqual([
      'TB',
    ]);
    expect(findRows(rows, ' ')).toHaveLength(4);
  });

  it('names what a mapping is of as the operations take it', () => {
    expect(targetOf({ scope: 'ticket', name: 'TB-1' })).toEqual({ ticket: 'TB-1' });
    expect(targetOf({ scope: 'prefix', name: 'TB' })).toEqual({ prefix: 'TB' });
    expect(targetOf({ scope: 'project', name: 'x' })).toEqual({ project: 'x' });
  });
});

describe('units', () => {
  const units = [
    unit('Redevelopment · Shop', null),
    unit('Development · Old', 'closed'),
    unit('Development · Portal'),
    unit('Design · Portal'),
  ];
  const labels = (search: string) => findUnits(units, search).map(({ label }) => label);

  it('are found by any of their names, those that begin so first, closed ones last', () => {
    expect(labels('dev')).toEqual(['Development · Portal', 'Redevelopment · Shop', 'Development · Old']);
    expect(labels('portal des')).toEqual(['Design · Portal']);
    expect(labels('nothing')).toEqual([]);
  });

  it('are told apart together with their task', () => {
    expect(unitKey({ unit: '1', task: null })).not.toBe(unitKey({ unit: '1', task: '2' }));
  });
});
