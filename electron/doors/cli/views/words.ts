import { formatClock } from '#shared/values/local-day.ts';
import { parseInstant } from '#shared/values/instant.ts';
import type { Paper } from '../paper.ts';

type Language = Paper['language'];

/** `Tuesday, 10 February 2026`, whatever the locale of the terminal. */
export function dateInWords(date: string, language: Language = 'en'): string {
  return format(date, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Mon 9 Feb`. */
export function shortDate(date: string, language: Language = 'en'): string {
  return format(date, language, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

function format(date: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime())
    ? date
    : new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone: 'UTC' }).format(
        at,
      );
}

/** `2026-02-10 09:15` on the clock of this machine. */
export function localTime(text: string | null): string {
  const at = text === null ? null : parseInstant(text);
  if (at === null) return '';
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
  return `${day} ${formatClock(at, zone)}`;
}

/** `1 entry`, `3 entries`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
