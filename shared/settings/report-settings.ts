import { z } from 'zod';
import { setting } from './setting.ts';

const words = () => z.array(z.string().min(1).max(100)).max(100);

/** What reports decide by (document 4 §7): whoever reads them may have rules of their own. */
export const reportSettings = {
  'reports.rdCategories': setting(
    'Reports',
    () => z.record(z.string().regex(/^[\p{L}][\p{L}\p{N} _-]{0,40}$/u, 'a name of letters'), words()),
    {
      research: ['story', 'epic', 'investigation', 'feature', 'spike'],
      maintenance: ['bug'],
      admin: ['task'],
      support: ['support-case'],
    },
    'R&D categories, each with the types of tickets that belong to it. x-rd-category of a ticket comes before them.',
  ),
  'reports.rdQualifying': setting(
    'Reports',
    words,
    ['research'],
    'R&D categories that qualify for tax relief.',
  ),
  'reports.rdReviewTypes': setting(
    'Reports',
    words,
    ['task'],
    'Types of tickets that say too little about R&D: the report asks you to look at them.',
  ),
  'reports.rdFeatureLabels': setting(
    'Reports',
    words,
    ['feature', 'new-feature', 'new-development', 'enhancement'],
    'Labels by which a bug belongs to a new feature, and so to R&D.',
  ),
  'reports.rdScheme': setting(
    'Reports',
    () => z.string().min(1).max(100),
    'HMRC guidelines',
    'Whose R&D rules they are, as the summary of the report names them.',
  ),
  'reports.billableLabels': setting(
    'Reports',
    words,
    ['billable', 'client-work'],
    'Labels of tickets whose time is billable.',
  ),
  'reports.impedimentLabels': setting(
    'Reports',
    words,
    ['impediment', 'blocked-external'],
    'Labels of tickets whose time was lost to an impediment.',
  ),
  'reports.adminLabels': setting(
    'Reports',
    words,
    ['admin', 'ceremony', 'process'],
    'Labels of tickets that are administration.',
  ),
  'reports.internalCustomers': setting(
    'Reports',
    words,
    ['Internal'],
    'Customers that are your own company: their time is not billable.',
  ),
  'reports.customerPeople': setting(
    'Reports',
    () => z.boolean(),
    false,
    'Name people, with their sums, in what customers see.',
  ),
  'reports.budgets': setting(
    'Reports',
    () =>
      z.record(
        z.string().min(1).max(200),
        z
          .object({
            project: z.string().min(1).max(200).optional(),
            tickets: z
              .array(z.string().regex(/^[A-Z][A-Z0-9]+-\d+$/, 'a ticket such as TB-042'))
              .max(1000)
              .optional(),
            label: z.string().min(1).max(200).optional(),
            hours: z.number().min(0).max(1e6),
            rate: z.number().min(0).max(1e6).optional(),
            currency: z
              .string()
              .regex(/^[A-Z]{3}$/, 'a currency such as EUR')
              .optional(),
            per: z.enum(['total', 'month']).optional(),
            rollover: z.boolean().optional(),
            from: z.iso.date().optional(),
            warnAt: z.array(z.number().int().min(1).max(1000)).max(10).optional(),
          })
          .strict(),
      ),
    {},
    'Budgets of delivery units by name: hours for the tickets named, or those with a label, within a project; in all or each month, with what was left over or without; warnAt: shares in percent worth a warning.',
  ),
} as const;
