import type { SettingWords } from './setting-name.ts';

/** What the settings of monthly reports are called. */
export const MONTHLY_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'reports.monthly': {
    en: 'Monthly reports by themselves',
    de: 'Monatsberichte von selbst',
    deMeaning: 'Erstellt die Berichte des vergangenen Monats von selbst, am ersten Arbeitstag eines Monats.',
  },
  'reports.monthlyFolder': {
    en: 'Folder for monthly reports',
    de: 'Ordner der Monatsberichte',
    deMeaning:
      'Ordner, in den Monatsberichte gelegt werden. Eine Datei, die du dort geändert hast, wird nie überschrieben.',
  },
  'reports.monthlyReports': {
    en: 'Which reports each month',
    de: 'Welche Berichte jeden Monat',
    deMeaning: 'Welche Berichte jeden Monat erstellt werden.',
  },
  'reports.monthlyFormats': {
    en: 'Formats of monthly reports',
    de: 'Formate der Monatsberichte',
    deMeaning: 'Als was Monatsberichte geschrieben werden. PDF braucht die Desktop-App.',
  },
  'reports.monthlyProjects': {
    en: 'Projects of monthly reports',
    de: 'Projekte der Monatsberichte',
    deMeaning: 'Projekte, deren Bericht jeden Monat erstellt wird. Leer: jedes Projekt mit Zeit im Monat.',
  },
  'reports.monthlyCustomers': {
    en: 'Customers of monthly reports',
    de: 'Kunden der Monatsberichte',
    deMeaning: 'Kunden, deren Bericht jeden Monat erstellt wird. Leer: jeder Kunde mit Zeit im Monat.',
  },
};

/** What reports and formats are called where some of them are chosen. */
export const MONTHLY_CHOICE_WORDS: Readonly<Record<string, { readonly en: string; readonly de: string }>> = {
  timesheet: { en: 'Timesheet', de: 'Stundenzettel' },
  rd: { en: 'R&D report', de: 'F&E-Bericht' },
  utilisation: { en: 'Utilisation', de: 'Auslastung' },
  project: { en: 'Each project', de: 'Jedes Projekt' },
  customer: { en: 'Each customer', de: 'Jeder Kunde' },
  sprint: { en: 'Each sprint that ended', de: 'Jeder beendete Sprint' },
  budget: { en: 'Budgets', de: 'Budgets' },
  'agent-cost': { en: 'Cost of agents', de: 'Kosten der Agenten' },
  pdf: { en: 'PDF', de: 'PDF' },
  xlsx: { en: 'Workbook (XLSX)', de: 'Arbeitsmappe (XLSX)' },
  html: { en: 'HTML', de: 'HTML' },
  csv: { en: 'CSV', de: 'CSV' },
  md: { en: 'Markdown', de: 'Markdown' },
  json: { en: 'JSON', de: 'JSON' },
  yaml: { en: 'YAML', de: 'YAML' },
  text: { en: 'Text', de: 'Text' },
};
