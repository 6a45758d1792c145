import { z } from 'zod';
import { parseWorkBlocks } from '../values/work-blocks.ts';
import { setting } from './setting.ts';

/** When Stint speaks up by itself, and about what. */
export const reminderSettings = {
  'reminders.workBlocks': setting(
    'Reminders',
    () =>
      z
        .array(z.string().max(20))
        .max(8)
        .refine(
          (texts) => parseWorkBlocks(texts) !== null,
          'stretches such as 09:00-12:00, in order and apart from each other',
        ),
    ['09:00-12:00', '13:00-17:30'],
    'When you usually work. The end of the last one is when the day is asked for; absences count within them.',
  ),
  'reminders.days': setting(
    'Reminders',
    () => z.array(z.number().int().min(1).max(7)).max(7),
    [],
    'Days on which you are reminded, 1 = Monday … 7 = Sunday. Empty: your working days.',
  ),
  'reminders.endOfDay': setting(
    'Reminders',
    () => z.boolean(),
    true,
    'Remind at the end of the day, once, while it is not reviewed.',
  ),
  'reminders.week': setting(
    'Reminders',
    () => z.boolean(),
    true,
    'Remind at the end of the last working day of the week, while it is not submitted.',
  ),
  'reminders.absences': setting(
    'Reminders',
    () => z.boolean(),
    true,
    'Ask what an absence was when you are back.',
  ),
  'reminders.absenceMinutes': setting(
    'Reminders',
    () => z.number().int().min(1).max(240),
    10,
    'Shorter absences are never asked about, in minutes.',
  ),
  'reminders.meetings': setting(
    'Reminders',
    () => z.boolean(),
    true,
    'Offer to switch the session when a meeting that names a ticket begins, and back after it.',
  ),
  'reminders.budgetPercents': setting(
    'Reminders',
    () => z.array(z.number().int().min(1).max(1000)).max(10),
    [80, 100],
    'Tell when so much of a project’s budget is used, in percent; once each. Empty: never.',
  ),
  'reminders.sessionHours': setting(
    'Reminders',
    () => z.number().min(0).max(24),
    5,
    'Tell when a session runs longer than this, in hours, or after work while nobody is there. 0: never.',
  ),
  'reminders.quiet': setting(
    'Reminders',
    () => z.boolean(),
    false,
    'Do not disturb: no notifications. What waits shows in the tray and in the window.',
  ),
} as const;
