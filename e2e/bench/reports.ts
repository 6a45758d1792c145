import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryWriter } from '#electron/storage/entry-rows.ts';
import { openDatabase } from '#electron/storage/open-database.ts';
import { storesOn } from '#electron/storage/open-storage.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { World } from '#shared/ports/world.ts';
import type { CompanySize } from '#shared/reports/sample-company.ts';
import { sampleCompany } from '#shared/reports/sample-company.ts';
import { showReport } from '#shared/services/reports/write-report.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const day = (text: string): LocalDay => text as LocalDay;
/** Ten years of one person: about 21 000 entries. */
const ALONE = { seed: 7, people: 1, from: day('2016-03-01'), to: day('2026-02-28'), perDay: 16 };
/** Five years of a hundred people: a little over a million entries. */
const COMPANY = { seed: 7, people: 100, from: day('2021-03-01'), to: day('2026-02-28'), perDay: 16 };

/** Reports over long years, asked of a database on the disk in this process (design §5). */
export async function measureReports(rounds: number): Promise<Measure[]> {
  const alone = await onDatabaseOf(ALONE, async (world) => ({
    timesheet: await timed(rounds, () => showReport(world, 'timesheet', { period: 'all' })),
    csv: await timed(rounds, () => showReport(world, 'timesheet', { period: 'all', format: 'csv' })),
  }));
  const month = await onDatabaseOf(COMPANY, (world) =>
    timed(rounds, () => showReport(world, 'rd', { month: '2026-02' })),
  );
  return [
    asLimit('timesheet over ten years of one person, in process', alone.timesheet, 50, ms),
    asLimit('the same with every day and ticket as CSV', alone.csv, 300, ms),
    asLimit('R&D report of a month among a million entries', month, 300, ms),
  ];
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const began = performance.now();
    await work();
    // The first ones are slower: nothing is compiled yet, no page has been read.
    if (round >= 2) times.push(performance.now() - began);
  }
  return median(times);
}

async function onDatabaseOf<T>(size: CompanySize, work: (world: World) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-reports-'));
  const world = memoryWorld('2026-03-01T12:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'ann' });
  const database = openDatabase(home, world.clock.now());
  try {
    const stores = storesOn(database, home, world);
    const { entries, tickets } = sampleCompany(size);
    const writer = entryWriter(database.durable, 'bench');
    database.durable.transaction(() => entries.forEach((entry) => writer.insert(entry)))();
    await stores.ticketFacts.put(tickets);
    return await work({ ...world, stores });
  } finally {
    database.close();
    rmSync(home, { recursive: true });
  }
}
