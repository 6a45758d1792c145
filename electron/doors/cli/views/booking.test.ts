import { describe, expect, it } from 'vitest';
import type { Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import { germanWords } from '../german-words.ts';
import { paperOf } from '../paper.ts';
import { viewOf } from './catalogue.ts';
import { showLines } from './show.fixture.ts';

const row = (n: number, given: Partial<PlanRow>): PlanRow => ({
  entryId: `0190a5d4-7c3b-7f1e-9a2b-0000aaaa000${n}`,
  action: 'create',
  reason: '',
  remoteId: null,
  unit: '11111',
  minutes: 150,
  date: '2026-02-10',
  task: null,
  unitLabel: 'Development · Portal',
  ticket: 'TB-042',
  description: 'fix socket',
  mine: null,
  theirs: null,
  ...given,
});
const side = (minutes: number, more: { note?: string; date?: string } = {}) => ({
  minutes,
  date: '2026-02-10',
  note: 'TB-042: fix socket',
  unit: '11111',
  ...more,
});

const PLAN: Plan = {
  provider: 'productive',
  account: '4711',
  from: '2026-02-09',
  to: '2026-02-15',
  rows: [
    row(1, {}),
    row(2, {
      ticket: 'APP-019',
      minutes: 90,
      unit: null,
      unitLabel: null,
      action: 'blocked',
      reason: 'No unit yet.',
    }),
    row(3, { action: 'skip', reason: 'booked already' }),
    row(4, { action: 'skip', reason: 'booked already', minutes: 60 }),
    row(5, { action: 'update', reason: 'changed here', mine: side(150), theirs: side(120) }),
    row(6, {
      action: 'conflict',
      reason: 'changed on both sides',
      mine: side(150),
      theirs: side(120, { note: 'by hand', date: '2026-02-11' }),
    }),
    row(7, { action: 'delete', reason: 'deleted here', mine: null, theirs: null, ticket: null }),
  ],
  elsewhere: [{ remoteId: '9', date: '2026-02-12', minutes: 60, note: 'by hand', unit: 'Support' }],
  totals: { create: 1, update: 1, delete: 1, adopt: 0, skip: 2, conflict: 1, blocked: 1 },
  quota: { left: 87, of: 100, resetsAt: null },
  warnings: ['Portal: 2h left in the budget.'],
};

describe('a plan', () => {
  it('is told by what would be done, with sums, reasons and the next step', () => {
    expect(showLines('booking.sync', PLAN)).toEqual([
      'productive  Mon 9 Feb – Sun 15 Feb',
      '',
      '  Book  1 entry, 2h30m',
      '  aaaa0001  Tue 10 Feb  TB-042  2h30m  Development · Portal  fix socket',
      '',
      '  Change there  1 entry, 2h30m',
      '  aaaa0005  Tue 10 Feb  TB-042  2h30m  Development · Portal  changed here · 2h30m here, 2h there',
      '',
      '  Delete there  1 entry, 2h30m',
      '  aaaa0007  Tue 10 Feb  —  2h30m  Development · Portal  deleted here',
      '',
      '  Changed here and there  1 entry, 2h30m',
      expect.stringContaining('changed on both sides · 2h30m here, 2h there; Tue 10 Feb here, Wed 11 Feb'),
      '',
      '  Cannot be booked  1 entry, 1h30m',
      '  aaaa0002  Tue 10 Feb  APP-019  1h30m  no unit  No unit yet.',
      '',
      '  Stays as it is',
      '  2  3h30m  booked already',
      '',
      '  Booked there by hand  1 entry, 1h',
      '  Thu 12 Feb  1h  Support  by hand',
      '',
      '  ⚠ Portal: 2h left in the budget.',
      '',
      '  87 of 100 requests left',
      '',
      '  Book it: stint sync --provider productive',
      '  Delete there too: stint sync --provider productive --delete',
      '  Settle what differs: stint sync --provider productive --conflicts mine  (or theirs)',
      '  Say where it goes: stint provider mappings productive',
    ]);
  });
  it('is told in German where it was asked for in German', async () => {
    const german = paperOf({ colour: false, width: 140, german: await germanWords() });
    expect(viewOf(['booking', 'plan'], PLAN, german).split('\n')).toEqual([
      'productive  Mo. 9. Feb. – So. 15. Feb.',
      '',
      '  Buchen  1 Eintrag, 2h30m',
      '  aaaa0001  Di. 10. Feb.  TB-042  2h30m  Development · Portal  fix socket',
      '',
      '  Dort ändern  1 Eintrag, 2h30m',
      expect.stringContaining('2h30m hier, 2h dort'),
      '',
      '  Dort löschen  1 Eintrag, 2h30m',
      expect.stringContaining('Development · Portal'),
      '',
      '  Hier und dort geändert  1 Eintrag, 2h30m',
      expect.stringContaining('2h30m hier, 2h dort; Di. 10. Feb. hier, Mi. 11. Feb.'),
      '',
      '  Kann nicht gebucht werden  1 Eintrag, 1h30m',
      '  aaaa0002  Di. 10. Feb.  APP-019  1h30m  keine Einheit  No unit yet.',
      '',
      '  Bleibt, wie es ist',
      '  2  3h30m  booked already',
      '',
      '  Dort von Hand gebucht  1 Eintrag, 1h',
      '  Do. 12. Feb.  1h  Support  by hand',
      '',
      '  ⚠ Portal: 2h left in the budget.',
      '',
      '  noch 87 von 100 Anfragen',
      '',
      '  Buchen: stint sync --provider productive',
      '  Auch dort löschen: stint sync --provider productive --delete',
      '  Klären, was verschieden ist: stint sync --provider productive --conflicts mine  (oder theirs)',
      '  Sagen, wohin es gehört: stint provider mappings productive',
    ]);
  });
  it('of nothing says so', () => {
    expect(
      showLines('booking.plan', { ...PLAN, rows: [], elsewhere: [], quota: null, warnings: [] }),
    ).toEqual(['productive  Mon 9 Feb – Sun 15 Feb', '', '  Nothing to book in these days.']);
  });
});

describe('a booking', () => {
  const done: SyncResult = {
    provider: 'productive',
    created: 3,
    updated: 1,
    deleted: 0,
    adopted: 1,
    skipped: 12,
    failed: [],
    conflicts: [],
    waiting: 0,
    problem: null,
  };
  it('says what was done', () => {
    expect(showLines('booking.sync', done)).toEqual([
      '✓ productive: 3 booked, 1 changed, 1 found there and taken over; 12 stay as they are',
    ]);
  });
  it('says what was not, and that nothing is lost', () => {
    const text = showLines('booking.sync', {
      ...done,
      created: 0,
      updated: 0,
      adopted: 0,
      skipped: 0,
      failed: [
        { entryId: '0000-aaaa0009', date: '2026-02-10', minutes: 90, reason: 'Service is closed\u001b[2J' },
      ],
      conflicts: [PLAN.rows[5]!],
      waiting: 4,
      problem: 'Productive did not answer.',
    });
    expect(text).toEqual([
      '· productive: nothing was booked',
      '',
      '✕ Failed:',
      '  aaaa0009  Tue 10 Feb  1h30m  Service is closed[2J',
      '',
      '⚠ Changed here and there, so left alone:',
      expect.stringContaining('aaaa0006'),
      '  Settle it: stint sync --provider productive --conflicts mine  (or theirs)',
      '',
      'Productive did not answer. 4 entries wait; nothing is lost.',
    ]);
  });
});
