import { describe, expect, it } from 'vitest';
import type { BookingState, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { PlanContext } from './plan-context.ts';
import { outcomeOf } from './plan-context.ts';

const row = (action: PlanRow['action']): PlanRow => ({
  entryId: 'a',
  action,
  reason: '',
  remoteId: null,
  unit: '1',
  minutes: 60,
  date: '2026-02-10',
  task: null,
  unitLabel: null,
  ticket: null,
  description: '',
  mine: null,
  theirs: null,
});
const state = (value: BookingState['state']): BookingState => ({
  entryId: 'a',
  date: '2026-02-10',
  ticket: null,
  state: value,
  reason: null,
  remoteId: null,
  provider: 'productive',
});
const RESULT: SyncResult = {
  provider: 'productive',
  created: 0,
  updated: 0,
  deleted: 1,
  adopted: 0,
  skipped: 0,
  failed: [],
  conflicts: [],
  waiting: 0,
  problem: null,
};
const context = (more: Partial<PlanContext>): PlanContext => ({
  plan: {
    provider: 'productive',
    account: '1',
    from: '2026-02-09',
    to: '2026-02-15',
    rows: [],
    elsewhere: [],
    totals: { create: 0, update: 0, delete: 0, adopt: 0, skip: 0, conflict: 0, blocked: 0 },
    quota: null,
    warnings: [],
  },
  name: 'Productive.io',
  choices: new Map(),
  onChoose: () => undefined,
  isFixed: true,
  ordered: new Set(['a']),
  states: [],
  result: null,
  onLeave: () => undefined,
  ...more,
});

describe('what has become of a row of the plan', () => {
  it('is nothing to say for what was not ordered', () => {
    expect(outcomeOf(row('create'), context({ ordered: new Set() }))).toBeNull();
  });

  it('is waiting until its turn comes, then what the host says', () => {
    expect(outcomeOf(row('create'), context({ states: [state('none')] }))?.state).toBe('waiting');
    expect(outcomeOf(row('create'), context({ states: [state('booked')] }))?.state).toBe('booked');
  });

  it('is the refusal of this very booking, whatever was known before', () => {
    const failed = [{ entryId: 'a', date: '2026-02-10', minutes: 60, reason: 'closed' }];
    expect(
      outcomeOf(row('update'), context({ states: [state('booked')], result: { ...RESULT, failed } })),
    ).toEqual({ state: 'failed', reason: 'closed' });
  });

  it('is done for a deletion that left nothing behind', () => {
    expect(outcomeOf(row('delete'), context({ result: RESULT }))?.state).toBe('booked');
    expect(outcomeOf(row('delete'), context({}))?.state).toBe('waiting');
  });
});
