import { parseDuration } from '#shared/values/minutes.ts';

/**
 * Minutes as people type them into a field: `1h30m`, `1:30`, `1.5h`, `1,5h`, or plain minutes `90`; `-30m` where a
 * correction takes away. Null when it is none of these. What `1d` means is the host's to say, so days are not read here.
 */
export function readTime(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '').replace('−', '-');
  if (/^-?\d{1,4}$/.test(typed)) return Number(typed);
  const clock = /^(-)?(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return (clock[1] ? -1 : 1) * (Number(clock[2]) * 60 + Number(clock[3]));
  const decimal = /^(-?\d{1,3})[.,](\d{1,2})h$/.exec(typed);
  if (decimal) return Math.round(Number(`${decimal[1]}.${decimal[2]}`) * 60);
  return typed.includes('d') ? null : parseDuration(typed, 8);
}
