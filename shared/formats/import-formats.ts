import type { ImportFormatId } from './format-ids.ts';
import { readPaircoder } from './paircoder/time-entries.ts';
import { readKlog } from './plain-text/klog.ts';
import { readTimeclock } from './plain-text/timeclock.ts';
import { readTimewarrior } from './plain-text/timewarrior.ts';
import { readTimeTable } from './spreadsheet/time-tables.ts';
import type { ReadTimes, ReadingRules } from './time-record.ts';
import { readTractFile } from './tract/tract-file.ts';

/** A file of another tool, and what its place tells. */
export interface ForeignFile {
  readonly name: string;
  readonly text: string;
  /** The folder it lies in; for `.tract/time/{user}` the person. */
  readonly folder: string;
}

export interface ImportFormat {
  /** What people call it in a list. */
  readonly title: string;
  /** Which files of a folder are of it. */
  readonly fits: RegExp;
  /** Folders of people below the one that is named; else the files stand directly in it. */
  readonly byPerson: boolean;
  /** What the file tells; a text says why it is not of this format. */
  readonly read: (file: ForeignFile, rules: ReadingRules) => ReadTimes | string;
}

const NOT_IT = 'it is not of this format';

/** Every format time is taken in from, by the word of `stint import`. */
export const IMPORT_FORMATS: Readonly<Record<ImportFormatId, ImportFormat>> = {
  tract: {
    title: '.tract/time',
    fits: /^\d{4}-\d{2}-\d{2}\.ya?ml$/,
    byPerson: true,
    read: ({ text, name, folder }, rules) => {
      const { day, problem } = readTractFile(text, rules, { date: name.slice(0, 10), user: folder });
      return problem ?? day.times;
    },
  },
  timeclock: {
    title: 'timeclock (ledger, hledger)',
    fits: /\.(timeclock|timelog|tclock)$/,
    byPerson: false,
    read: ({ text }, rules) => readTimeclock(text, rules),
  },
  timewarrior: {
    title: 'Timewarrior',
    fits: /^(\d{4}-\d{2}\.data|.*\.json)$/,
    byPerson: false,
    read: ({ text }, rules) => readTimewarrior(text, rules),
  },
  klog: { title: 'klog', fits: /\.klg$/, byPerson: false, read: ({ text }, rules) => readKlog(text, rules) },
  paircoder: {
    title: 'paircoder',
    fits: /^time-entries\.json$/,
    byPerson: false,
    read: ({ text }, rules) => readPaircoder(text, rules) ?? NOT_IT,
  },
  'toggl-csv': {
    title: 'Toggl Track (CSV)',
    fits: /\.csv$/,
    byPerson: false,
    read: ({ text }, rules) => readTimeTable('toggl-csv', text, rules) ?? NOT_IT,
  },
  'clockify-csv': {
    title: 'Clockify (CSV)',
    fits: /\.csv$/,
    byPerson: false,
    read: ({ text }, rules) => readTimeTable('clockify-csv', text, rules) ?? NOT_IT,
  },
  'harvest-csv': {
    title: 'Harvest (CSV)',
    fits: /\.csv$/,
    byPerson: false,
    read: ({ text }, rules) => readTimeTable('harvest-csv', text, rules) ?? NOT_IT,
  },
};
