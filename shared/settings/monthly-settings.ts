import { z } from 'zod';
import { setting } from './setting.ts';

/** Reports that can be about a month: of projects and customers one each, of sprints those that ended in it. */
export const MONTHLY_REPORTS = [
  'timesheet',
  'rd',
  'utilisation',
  'project',
  'customer',
  'sprint',
  'budget',
  'agent-cost',
] as const;
export const MONTHLY_FORMATS = ['pdf', 'xlsx', 'html', 'csv', 'md', 'json', 'yaml', 'text'] as const;

/** Reports of the month that is over, made by themselves (opt-in). */
export const monthlySettings = {
  'reports.monthly': setting(
    'Reports',
    () => z.boolean(),
    false,
    'Make the reports of the past month by themselves, on the first working day of a month.',
  ),
  'reports.monthlyFolder': setting(
    'Reports',
    () =>
      z
        .string()
        .max(1000)
        .refine(
          (text) => text === '' || /^(?:~|\/|\\\\|[A-Za-z]:[\\/])/.test(text),
          'a folder such as ~/Reports',
        ),
    '',
    'Folder that monthly reports are put in. A file you changed there is never overwritten.',
  ),
  'reports.monthlyReports': setting(
    'Reports',
    () => z.array(z.enum(MONTHLY_REPORTS)).max(MONTHLY_REPORTS.length),
    ['timesheet', 'rd', 'utilisation'],
    'Which reports are made each month.',
  ),
  'reports.monthlyFormats': setting(
    'Reports',
    () => z.array(z.enum(MONTHLY_FORMATS)).max(MONTHLY_FORMATS.length),
    ['pdf', 'xlsx'],
    'What monthly reports are written as. PDF needs the desktop app.',
  ),
  'reports.monthlyProjects': setting(
    'Reports',
    () => z.array(z.string().min(1).max(200)).max(200),
    [],
    'Projects whose report is made each month. Empty: every project with time in it.',
  ),
  'reports.monthlyCustomers': setting(
    'Reports',
    () => z.array(z.string().min(1).max(200)).max(200),
    [],
    'Customers whose report is made each month. Empty: every customer with time in it.',
  ),
} as const;
