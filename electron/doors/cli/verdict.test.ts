import { expect, it } from 'vitest';
import type { PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import { exitCodeOf } from './verdict.ts';

const NOTHING: SyncResult = {
  provider: 'productive',
  created: 0,
  updated: 0,
  deleted: 0,
  adopted: 0,
  skipped: 3,
  failed: [],
  conflicts: [],
  waiting: 0,
  problem: null,
};
const failed = [{ entryId: 'a', date: '2026-02-10', minutes: 30, reason: 'closed' }];
const conflicts = [{} as PlanRow];

it.each<[string, Partial<SyncResult>, number]>([
  ['nothing to do', {}, 0],
  ['all booked', { created: 3 }, 0],
  ['a part failed', { created: 3, failed }, 1],
  ['a part failed, another is in conflict', { adopted: 1, failed, conflicts }, 1],
  ['everything was refused', { failed }, 3],
  ['only conflicts are left', { created: 2, conflicts }, 4],
  ['offline', { waiting: 2, problem: 'Productive did not answer.', problemCode: 'offline' }, 5],
  ['offline, before anything was said about why', { created: 1, waiting: 2, problem: 'No.' }, 5],
  ['the token is not accepted', { waiting: 2, problem: 'No.', problemCode: 'unauthorised', failed }, 6],
  ['some wait', { waiting: 2 }, 5],
])('%s', (_name, given, code) => {
  expect(exitCodeOf(['booking', 'sync'], { ...NOTHING, ...given })).toBe(code);
});

it('a plan is an answer, whatever stands in it; so is what no verdict is known for', () => {
  expect(exitCodeOf(['booking', 'sync'], { rows: [{ action: 'conflict' }] })).toBe(0);
  expect(exitCodeOf(['day', 'show'], { failed })).toBe(0);
  expect(exitCodeOf(['upkeep', 'doctor'], { healthy: false })).toBe(1);
  expect(exitCodeOf(['upkeep', 'doctor'], { healthy: true })).toBe(0);
});
