/** Lays a range of numbers over a stretch of the drawing. */
export interface Scale {
  (value: number): number;
}

/** @param from the range's first number lies at `start`, @param to the last one at `end`; an empty range lies at `start`. */
export function scaleOf(from: number, to: number, start: number, end: number): Scale {
  const span = to - from;
  return (value) => (span === 0 ? start : start + ((value - from) / span) * (end - start));
}

/** Steps by which minutes are read off at a glance: quarters and halves of an hour, then 1, 2, 5 … hours. */
const FIRST_STEPS = [15, 30, 60, 120, 240, 480, 600] as const;

function stepOf(range: number, most: number): number {
  const fits = (step: number): boolean => range / step <= most;
  const first = FIRST_STEPS.find(fits);
  if (first !== undefined) return first;
  for (let tens = 600; ; tens *= 10)
    for (const times of [2, 5, 10]) if (fits(tens * times)) return tens * times;
}

/** Where minutes are marked at an axis: round ones, from at or below `least` up to at or above `most`. */
export function minuteTicks(least: number, most: number, count = 4): readonly number[] {
  const step = stepOf(Math.max(most - least, 1), count);
  const first = Math.floor(least / step) * step;
  const ticks = [];
  for (let tick = first; tick < most || ticks.length < 2; tick += step) ticks.push(tick);
  if (ticks.at(-1)! < most) ticks.push(ticks.at(-1)! + step);
  return ticks;
}

const MS_OF_DAY = 86_400_000;

/** A day as a number, so that days can be laid on an axis. */
export const numberOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_OF_DAY);
export const dayOfNumber = (number: number): string =>
  new Date(number * MS_OF_DAY).toISOString().slice(0, 10);

/** Which days are marked at an axis: first days of months over long stretches, Mondays over some weeks, else days. */
export function dayTicks(from: string, to: string, most: number): readonly string[] {
  const [first, last] = [numberOfDay(from), numberOfDay(to)];
  const days = Array.from({ length: last - first + 1 }, (_, at) => dayOfNumber(first + at));
  const kinds = [
    days,
    days.filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1),
    days.filter((day) => day.endsWith('-01')),
    days.filter((day) => /-(01|04|07|10)-01$/.test(day)),
    days.filter((day) => day.endsWith('-01-01')),
  ];
  const fitting = kinds.find((kind) => kind.length > 0 && kind.length <= most);
  if (fitting !== undefined) return fitting;
  const step = Math.ceil(days.length / Math.max(most, 1));
  return days.filter((_, at) => at % step === 0);
}
