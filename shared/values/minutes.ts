/**
 * Durations are whole minutes (design §2 "Minutes"). Text in: `30m` `2h` `1h30m` `1d` `1d2h`, negative with a
 * leading `-`. Text out, two ways: timesheet style `8h00m` (hours never roll into days), estimate style `2d4h45m`.
 */
export type Minutes = number & { readonly __minutes: unique symbol };

/** Makes whole minutes; throws on fractions, which would be a bug and not bad input. */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole minutes: ${value}`);
  return (value === 0 ? 0 : value) as Minutes;
}

/** Milliseconds to whole minutes, to the nearest, ties up. */
export const minutesOfMs = (ms: number): Minutes => minutes(Math.floor(ms / 60_000 + 0.5));

const DURATION = /^(-)?(?=\d)(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?$/;

/**
 * Reads `30m` `2h` `1h30m` `1d2h` `-1h`; null when it is none of these.
 * @param workingHoursPerDay what `1d` means, in hours (setting `time.workingHoursPerDay`).
 */
export function parseDuration(text: string, workingHoursPerDay: number): Minutes | null {
  const match = DURATION.exec(text.trim().toLowerCase());
  if (!match || (match[2] === undefined && match[3] === undefined && match[4] === undefined)) return null;
  const days = Number(match[2] ?? 0);
  const total =
    days * Math.round(workingHoursPerDay * 60) + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return minutes(match[1] ? -total : total);
}

/** Timesheet style: `8h00m`, `0h45m`, `-1h00m`. */
export function formatTimesheet(value: number): string {
  const abs = Math.abs(value);
  const minutes = abs % 60;
  return `${value < 0 ? '-' : ''}${Math.floor(abs / 60)}h${minutes < 10 ? '0' : ''}${minutes}m`;
}

/** Short style for rows and sentences: `45m`, `2h`, `2h30m`, `-1h`. */
export function formatShort(value: number): string {
  const abs = Math.abs(value);
  const h = Math.floor(abs / 60);
  const m = abs % 60;
  const sign = value < 0 ? '-' : '';
  if (h === 0) return `${sign}${m}m`;
  return m === 0 ? `${sign}${h}h` : `${sign}${h}h${m}m`;
}

/** Estimate style: `2d4h45m`, with a day of `workingHoursPerDay` hours; parts that are zero are left out. */
export function formatEstimate(value: number, workingHoursPerDay: number): string {
  const perDay = Math.round(workingHoursPerDay * 60);
  const abs = Math.abs(value);
  const d = Math.floor(abs / perDay);
  const rest = abs % perDay;
  const h = Math.floor(rest / 60);
  const m = rest % 60;
  const text = `${d ? `${d}d` : ''}${h ? `${h}h` : ''}${m ? `${m}m` : ''}`;
  return `${value < 0 ? '-' : ''}${text || '0m'}`;
}
