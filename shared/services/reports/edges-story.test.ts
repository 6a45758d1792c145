import { beforeEach, describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../reports/file-formats.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import type { World } from '../../ports/world.ts';
import { REPORT_IDS } from '../../reports/questions.ts';
import type { ReportId } from '../../reports/questions.ts';
import { base64OfBytes } from '../../values/base64.ts';
import { addEntry } from '../add-entry.ts';
import type { ReportWish } from './write-report.ts';
import { showReport } from './write-report.ts';

/** What each report has to be told besides its days. */
const NEEDS: Partial<Record<ReportId, ReportWish>> = {
  project: { project: 'TB' },
  ticket: { ticket: 'TB-1' },
  summary: { plan: 'p' },
  customer: { customer: 'Acme' },
};
const PDF = Uint8Array.from([0x25, 0x50, 0x44, 0x46]);
let world: World;

beforeEach(() => {
  const made = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'max' });
  world = { ...made, paper: { print: async () => PDF } };
});

const log = (date: string, minutes: string, ticket = 'TB-1', description = 'work') =>
  addEntry(world, { date, ticket, minutes, description });
const minutesIn = async (wish: ReportWish): Promise<number> => {
  const { tables } = await showReport(world, 'timesheet', wish);
  return tables[0]!.rows.reduce((sum, row) => sum + Number(row[1]), 0);
};

it('where no budget is known, the report says so and how to set one', async () => {
  const { notes, file } = await showReport(world, 'budget', { format: 'text', language: 'de' });
  expect(notes).toEqual([
    'No budget is known. Set one on the page Customers, or: stint budget set --project TB --hours 40',
  ]);
  expect(file?.text).toContain('Kein Budget ist bekannt.');
});

describe.each(REPORT_IDS)('the report %s', (id) => {
  const wish: ReportWish = { ...NEEDS[id], from: '2024-02-29', to: '2024-02-29' };

  it('of nothing is written in every format', async () => {
    for (const format of REPORT_FORMATS) {
      const { file } = await showReport(world, id, { ...wish, format });
      expect(file!.name).toMatch(/^[\p{L}\p{N}._-]+$/u);
      expect((file!.text ?? file!.base64)!.length, format).toBeGreaterThan(0);
    }
  });

  it('makes no formula and no markup of what others wrote, in any format', async () => {
    const evil = '=cmd|"/c calc"!A1<img src=x>';
    await world.stores.ticketFacts.put([someFacts('TB-1', { title: evil, type: '@type', labels: [evil] })]);
    await log('2024-02-29', '1h', 'TB-1', evil);
    for (const format of REPORT_FORMATS) {
      const { file } = await showReport(world, id, { ...wish, format });
      if (format === 'csv') expect(file!.text).not.toMatch(/(^|[,\n])"?[=+@-]/);
      if (format === 'html') expect(file!.text).not.toContain('<img');
      if (format === 'pdf') expect(file!.base64).toBe(base64OfBytes(PDF));
    }
  });
});

describe('days at the edges', () => {
  it('the leap day is in its month, quarter, week and year, and in no other', async () => {
    await log('2024-02-29', '2h');
    for (const period of ['2024-02-29', '2024-W09', '2024-02', '2024-Q1', '2024', 'all'])
      expect(await minutesIn({ period }), period).toBe(120);
    for (const period of ['2024-03-01', '2024-W10', '2024-03', '2024-Q2', '2023', '2025'])
      expect(await minutesIn({ period }), period).toBe(0);
  });

  it('week 53 holds the first days of the next year, which the months tell apart', async () => {
    await log('2020-12-31', '1h');
    await log('2021-01-01', '2h');
    await log('2021-01-03', '4h');
    await log('2021-01-04', '8h');
    expect(await minutesIn({ week: '2020-W53' })).toBe(7 * 60);
    expect(await minutesIn({ week: '2021-W01' })).toBe(8 * 60);
    expect(await minutesIn({ period: '2020-12' })).toBe(60);
    expect(await minutesIn({ period: '2021-01' })).toBe(14 * 60);
    expect(await minutesIn({ period: '2020' })).toBe(60);
    await expect(showReport(world, 'timesheet', { week: '2021-W53' })).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('days of 23 and 25 hours hold their first and last minutes', async () => {
    for (const [date, start, end] of [
      ['2025-03-30', '2025-03-29T23:00:00Z', '2025-03-29T23:30:00Z'],
      ['2025-03-30', '2025-03-30T21:30:00Z', '2025-03-30T22:00:00Z'],
      ['2025-10-26', '2025-10-25T22:00:00Z', '2025-10-25T22:30:00Z'],
      // The hour that stands twice on the clock, both times.
      ['2025-10-26', '2025-10-26T00:15:00Z', '2025-10-26T00:45:00Z'],
      ['2025-10-26', '2025-10-26T01:15:00Z', '2025-10-26T01:45:00Z'],
      ['2025-10-26', '2025-10-26T22:30:00Z', '2025-10-26T23:00:00Z'],
    ] as const)
      await addEntry(world, { date, ticket: 'TB-1', startedAt: start, endedAt: end, description: 'early' });
    expect(await minutesIn({ period: '2025-03-30' })).toBe(60);
    expect(await minutesIn({ period: '2025-10-26' })).toBe(120);
    expect(await minutesIn({ period: '2025-10' })).toBe(120);
    for (const period of ['2025-03-29', '2025-03-31', '2025-10-25', '2025-10-27'])
      expect(await minutesIn({ period }), period).toBe(0);
  });
});
