import type { TFunction } from 'i18next';
import { resolveDay, resolveWeek } from '#shared/values/day-words.ts';
import { daysOfWeek } from '#shared/values/iso-week.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Formats } from '../../hooks/formats.ts';
import { go } from '../../hooks/route.ts';
import type { Command } from './command.ts';

/** Words that name a week and no day of it: `last week`, `KW 7`, `2026-W07`. */
const NAMES_WEEK = /(week|woche)|^:?(kw|w) ?\d|-?w\d\d$/i;

/** The day and the week that the text names, in English or German: `yesterday`, `10.02.`, `last week`, `KW 7`. */
export function dateCommands(
  text: string,
  today: LocalDay,
  formats: Formats,
  t: TFunction<'words'>,
): Command[] {
  const asked = text.trim();
  // `-1` alone would be a day too, but nobody looks for days that way.
  if (asked === '' || /^[+-]/.test(asked)) return [];
  const day = resolveDay(asked, today);
  if (day !== null) {
    const relative = day === today ? '/today' : `/today/${day}`;
    return [
      {
        id: `day ${day}`,
        group: 'dates',
        words: t('palette.goDate', { day: formats.longDay(day) }),
        run: () => go(relative),
      },
    ];
  }
  // `week` alone is the page.
  const week = NAMES_WEEK.test(asked) && !/^(week|woche)$/i.test(asked) ? resolveWeek(asked, today) : null;
  if (week === null) return [];
  const days = daysOfWeek(week);
  return [
    {
      id: `week ${week}`,
      group: 'dates',
      words: t('palette.goWeek', { week, days: formats.dayRange(days[0] ?? today, days[6] ?? today) }),
      run: () => go(`/week/${week}`),
    },
  ];
}
