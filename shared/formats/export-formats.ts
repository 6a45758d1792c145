import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { writeIcs } from './calendar/write-ics.ts';
import type { ExportFormatId } from './format-ids.ts';
import { writeKlog } from './plain-text/klog.ts';
import { writeTimeclock } from './plain-text/timeclock.ts';
import { writeTimewarrior } from './plain-text/timewarrior.ts';
import type { TableFormat, TablePerson } from './spreadsheet/time-tables.ts';
import { writeTimeTable } from './spreadsheet/time-tables.ts';
import type { Skipped, TimeRecord } from './time-record.ts';

export interface WritingRules {
  readonly zone: Zone;
  readonly now: Instant;
  readonly person: TablePerson;
  /** Minutes that were to be worked on a day. */
  readonly targetOf: (day: LocalDay) => Minutes;
}

export interface Written {
  /** Name null: the file that was named; else a file in the folder that was. */
  readonly files: readonly { readonly name: string | null; readonly text: string }[];
  readonly skipped: readonly Skipped[];
}

type Writer = (records: readonly TimeRecord[], rules: WritingRules) => Written;

const oneFile = ({ text, skipped }: { text: string; skipped: Skipped[] }): Written => ({
  files: [{ name: null, text }],
  skipped,
});
const table =
  (format: TableFormat): Writer =>
  (records, { zone, person }) =>
    oneFile(writeTimeTable(format, records, zone, person));

/** Formats that are written anew each time, by the word of `stint export`; `.tract` days are added to instead. */
export const EXPORT_FORMATS: Readonly<Record<Exclude<ExportFormatId, 'tract'>, Writer>> = {
  timeclock: (records, { zone }) => oneFile(writeTimeclock(records, zone)),
  timewarrior: (records, { zone }) => writeTimewarrior(records, zone),
  klog: (records, { zone, targetOf }) => oneFile({ text: writeKlog(records, zone, targetOf), skipped: [] }),
  ics: (records, { zone, now }) => oneFile(writeIcs(records, zone, now)),
  'toggl-csv': table('toggl-csv'),
  'clockify-csv': table('clockify-csv'),
  'harvest-csv': table('harvest-csv'),
};
