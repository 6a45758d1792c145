import type { ReportWriter } from './report-file.ts';

/** The keys of the documents. */
export const json: ReportWriter = {
  ending: 'json',
  mediaType: 'application/json',
  write: ({ answer }) => `${JSON.stringify(answer.data, null, 2)}\n`,
};
