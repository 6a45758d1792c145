/** Words of `stint import`: a list of its own, so that the contract can name formats without loading their readers. */
export const IMPORT_FORMAT_IDS = [
  'tract',
  'timeclock',
  'timewarrior',
  'klog',
  'paircoder',
  'toggl-csv',
  'clockify-csv',
  'harvest-csv',
] as const;
export type ImportFormatId = (typeof IMPORT_FORMAT_IDS)[number];

/** Words of `stint export`. */
export const EXPORT_FORMAT_IDS = [
  'tract',
  'timeclock',
  'timewarrior',
  'klog',
  'ics',
  'toggl-csv',
  'clockify-csv',
  'harvest-csv',
] as const;
export type ExportFormatId = (typeof EXPORT_FORMAT_IDS)[number];
