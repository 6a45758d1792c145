import { said } from '../../values/said.ts';
import type { OwnFormat } from '../../settings/report-format-settings.ts';
import type { Answer } from '../../reports/report.ts';
import type { Translate } from '../../values/translate.ts';

/** What a format says by itself, where the report has no word for it. */
export interface WriterWords {
  /** What stands where there is no time at all. */
  readonly nothing: string;
  /** The column beside amounts. */
  readonly currency: string;
  /** Between what is used and all there is. */
  readonly of: string;
}

/** @param translate into the language of the file. */
export const writerWords = (translate: Translate): WriterWords => ({
  nothing: translate(said`No time in this period.`),
  currency: translate(said`Currency`),
  of: translate(said`of`),
});

/** How a CSV is spelled. */
export type Spelling = Pick<OwnFormat, 'separator' | 'decimal' | 'time' | 'titles'>;

/** A report to be written down. */
export interface Written {
  readonly answer: Answer;
  /** What it is called as a file, without an ending: `timesheet-2026-W07`. */
  readonly name: string;
  /** What `1d` of an estimate is. */
  readonly hoursPerDay: number;
  /** Id of the table that a format with room for one holds; null: the report's main one. */
  readonly table: string | null;
  /** A mark at the beginning of a text, by which old spreadsheets know that it is UTF-8. */
  readonly bom: boolean;
  /** How a CSV is spelled, where somebody wants it otherwise. */
  readonly spelling?: Spelling;
  /** Language of its words, for what says so. */
  readonly language: 'en' | 'de';
  readonly words: WriterWords;
  /** Columns there are for text. */
  readonly width: number;
}

/** A format that reports can be written in; a line in the catalogue. */
export interface ReportWriter {
  readonly ending: string;
  readonly mediaType: string;
  write(report: Written): string | Promise<Uint8Array>;
}
