import { describe, expect, it } from 'vitest';
import type { Plan, PlanRow } from '#shared/contract/booking-shapes.ts';
import { chooseAll, isTaken, orderOf } from './plan-choices.ts';

const row = (entryId: string, action: PlanRow['action'], minutes = 60): PlanRow => ({
  entryId,
  action,
  reason: '',
  remoteId: null,
  unit: '1',
  minutes,
  date: '2026-02-10',
  task: null,
  unitLabel: null,
  ticket: null,
  description: '',
  mine: null,
  theirs: null,
});
const planOf = (...rows: PlanRow[]): Plan => ({
  provider: 'productive',
  account: '1',
  from: '2026-02-09',
  to: '2026-02-15',
  rows,
  elsewhere: [],
  totals: { create: 0, update: 0, delete: 0, adopt: 0, skip: 0, conflict: 0, blocked: 0 },
  quota: null,
  warnings: [],
});

describe('what of a plan is done', () => {
  it('is what the plan would do by itself, when nothing was said', () => {
    const plan = planOf(
      row('a', 'create'),
      row('b', 'update', 30),
      row('c', 'adopt', 15),
      row('d', 'delete'),
      row('e', 'conflict'),
      row('f', 'blocked'),
      row('g', 'skip'),
    );
    expect(orderOf(plan, new Map())).toEqual({
      entries: ['a', 'b', 'c'],
      decisions: [],
      bookings: 3,
      minutes: 105,
    });
  });

  it('deletes and settles only what was decided', () => {
    const plan = planOf(row('d', 'delete'), row('e', 'conflict'), row('f', 'conflict', 20));
    const choices = new Map([
      ['d', 'delete'],
      ['e', 'theirs'],
      ['f', 'mine'],
    ] as const);
    expect(orderOf(plan, choices)).toEqual({
      entries: ['d', 'e', 'f'],
      decisions: [
        { entry: 'd', choice: 'delete' },
        { entry: 'e', choice: 'theirs' },
        { entry: 'f', choice: 'mine' },
      ],
      bookings: 1,
      minutes: 20,
    });
  });

  it('leaves out what is left for later, and books again what is not to be adopted', () => {
    const plan = planOf(row('a', 'create'), row('c', 'adopt'));
    const choices = new Map([
      ['a', 'leave'],
      ['c', 'create'],
    ] as const);
    expect(orderOf(plan, choices)).toMatchObject({
      entries: ['c'],
      decisions: [{ entry: 'c', choice: 'create' }],
    });
  });

  it('never touches what cannot be booked, whatever is said', () => {
    expect(isTaken(row('f', 'blocked'), new Map([['f', 'create'] as const]))).toBe(false);
    expect(isTaken(row('g', 'skip'), new Map([['g', 'mine'] as const]))).toBe(false);
  });

  it('says the same about many, and takes it back', () => {
    const rows = [row('e', 'conflict'), row('f', 'conflict')];
    const all = chooseAll(new Map([['x', 'leave'] as const]), rows, 'mine');
    expect([...all]).toEqual([
      ['x', 'leave'],
      ['e', 'mine'],
      ['f', 'mine'],
    ]);
    expect([...chooseAll(all, rows, null)]).toEqual([['x', 'leave']]);
  });
});
