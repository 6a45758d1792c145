import type { ReportFormat } from '../../reports/file-formats.ts';
import type { ReportWriter } from './report-file.ts';

/**
 * Every format a report can be written in: one file and one line here, and every report has it. Each is loaded when it is
 * asked for: who reads a report in a terminal does not wait for what writes workbooks.
 */
export const REPORT_WRITERS = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  yaml: async () => (await import('./yaml.ts')).yaml,
  csv: async () => (await import('./csv.ts')).csv,
  md: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
} as const satisfies { readonly [Format in Exclude<ReportFormat, 'pdf'>]: () => Promise<ReportWriter> };
