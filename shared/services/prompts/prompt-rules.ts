import type { Settings } from '../../settings/catalogue.ts';
import type { ReminderRules } from '../../review/reminders.ts';
import { parseWorkBlocks } from '../../values/work-blocks.ts';

/** The settings of reminders, as rules want them. */
export interface PromptRules extends ReminderRules {
  readonly absences: boolean;
  readonly absenceMs: number;
  readonly meetings: boolean;
  readonly budgetPercents: readonly number[];
  /** 0: never told. */
  readonly longMinutes: number;
}

export function promptRules(settings: Settings): PromptRules {
  const days = settings['reminders.days'];
  return {
    blocks: parseWorkBlocks(settings['reminders.workBlocks']) ?? [],
    days: days.length === 0 ? settings['time.workingDays'] : days,
    endOfDay: settings['reminders.endOfDay'],
    week: settings['reminders.week'],
    absences: settings['reminders.absences'],
    absenceMs: settings['reminders.absenceMinutes'] * 60_000,
    meetings: settings['reminders.meetings'],
    budgetPercents: settings['reminders.budgetPercents'],
    longMinutes: Math.round(settings['reminders.sessionHours'] * 60),
  };
}
