/** What a report can be written as. In a file of its own: a command that names them needs none of the contract. */
export const REPORT_FORMATS = ['text', 'json', 'yaml', 'csv', 'md', 'html', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
