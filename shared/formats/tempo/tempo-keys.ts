import type { LayeredKey } from '../../settings/layers.ts';
import { said } from '../../values/said.ts';

/** The keys of document 4 §7 with the setting each of them is. */
export const KNOWN: Readonly<Record<string, LayeredKey | 'section'>> = {
  'tempo.working_hours_per_day': 'time.workingHoursPerDay',
  'tempo.rounding': 'git.rounding',
  'tempo.max_gap': 'git.maxGap',
  'tempo.default_session': 'git.defaultSession',
  'tempo.rd_categories': 'reports.rdCategories',
  'tempo.rd_qualifying': 'reports.rdQualifying',
  'tempo.rd_review_types': 'reports.rdReviewTypes',
  'tempo.rd_feature_labels': 'reports.rdFeatureLabels',
  'tempo.rd_scheme': 'reports.rdScheme',
  'tempo.report_formats': 'reports.formats',
  'tempo.utilisation': 'section',
  'tempo.utilisation.billable_labels': 'reports.billableLabels',
  'tempo.utilisation.impediment_labels': 'reports.impedimentLabels',
  'tempo.utilisation.admin_labels': 'reports.adminLabels',
  'tempo.calendar': 'section',
  'tempo.calendar.enabled': 'calendar.enabled',
  'tempo.telemetry': 'section',
  'tempo.telemetry.enabled': 'editor.telemetry',
};

/** The setting that a key of the files is, or the end of one where no other ends so (`billable_labels`); null: none. */
export function settingOfTempoKey(key: string): LayeredKey | null {
  const found = Object.entries(KNOWN).filter(([full]) => full === key || full.endsWith(`.${key}`));
  const [one] = found.map(([, setting]) => setting);
  return found.length !== 1 || one === undefined || one === 'section' ? null : one;
}

/** What a value has to be, in words. */
export function rightOf(key: LayeredKey): string {
  if (key === 'time.workingHoursPerDay') return said`a number of hours from 0.5 to 24`;
  if (key === 'git.rounding') return said`a duration such as 15m, of 2h at most`;
  if (key === 'git.maxGap') return said`a duration such as 2h, of 24h at most`;
  if (key === 'git.defaultSession') return said`a duration such as 30m, of 8h at most`;
  if (key === 'calendar.enabled' || key === 'editor.telemetry') return said`true or false`;
  if (key === 'reports.rdCategories') return said`categories, each with a list of ticket types`;
  if (key === 'reports.rdQualifying') return said`a list of categories`;
  if (key === 'reports.rdReviewTypes') return said`a list of ticket types`;
  if (key === 'reports.rdScheme') return said`the name of a scheme`;
  if (key === 'reports.formats')
    return said`formats by name, each with "as" (csv, xlsx, md, html, pdf, text) and, where wanted, table, columns, titles, separator, decimal, time, bom`;
  return said`a list of labels`;
}
