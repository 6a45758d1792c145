// A program: fills a data folder with the entries of ten years of one person, `node fill-ten-years.ts FOLDER`.
import { entryWriter } from '#electron/storage/entry-rows.ts';
import { openDatabase } from '#electron/storage/open-database.ts';
import { sampleCompany } from '#shared/reports/sample-company.ts';
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';

const [home] = process.argv.slice(2);
if (home === undefined) throw new Error('a folder is missing');
const database = openDatabase(home, instant(Date.parse('2026-03-01T12:00:00+01:00')));
try {
  const { entries } = sampleCompany({
    seed: 7,
    people: 1,
    from: '2016-03-01' as LocalDay,
    to: '2026-02-28' as LocalDay,
    perDay: 16,
  });
  const writer = entryWriter(database.durable, 'bench');
  database.durable.transaction(() => entries.forEach((entry) => writer.insert(entry)))();
} finally {
  database.close();
}
