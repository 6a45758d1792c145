/** The words of the calendar, English and German, in lower case. Both are always understood: no switch (design §2). */

/** Full weekday names; 1 = Monday … 7 = Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered([
  'monday montag',
  'tuesday dienstag',
  'wednesday mittwoch',
  'thursday donnerstag',
  'friday freitag',
  'saturday samstag sonnabend',
  'sunday sonntag',
]);

/** Short weekday names. Some are words of their own (`do`, `so`, `sun`), so running text takes them only after `on` or `am`. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = numbered([
  'mon mo',
  'tue tues di',
  'wed mi',
  'thu thur thurs do',
  'fri fr',
  'sat sa',
  'sun so',
]);

/** Month names, full and short; 1 = January. */
export const MONTHS: ReadonlyMap<string, number> = numbered([
  'january januar jan jänner',
  'february februar feb',
  'march märz maerz mar mrz',
  'april apr',
  'may mai',
  'june juni jun',
  'july juli jul',
  'august aug',
  'september sep sept',
  'october oktober oct okt',
  'november nov',
  'december dezember dec dez',
]);

/** Small numbers as words. */
export const NUMBERS: ReadonlyMap<string, number> = numbered([
  'one ein eine einen einem einer eins a an',
  'two zwei',
  'three drei',
  'four vier',
  'five fünf fuenf',
  'six sechs',
  'seven sieben',
  'eight acht',
  'nine neun',
  'ten zehn',
  'eleven elf',
  'twelve zwölf zwoelf',
]);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, n) => row.split(' ').map((word) => [word, n + 1] as const)));
}
