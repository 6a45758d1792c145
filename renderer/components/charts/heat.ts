import { dayOfNumber, numberOfDay } from './scale.ts';

export interface HeatDay {
  readonly date: string;
  readonly minutes: number;
  /** 0: nothing; 1 to `STEPS`: the more, the higher. */
  readonly step: number;
  /** The week it lies in, from 0; and its weekday, 0 = Monday. */
  readonly week: number;
  readonly weekday: number;
}

export interface HeatMonth {
  /** `2026-02`. */
  readonly month: string;
  readonly minutes: number;
  readonly weeks: number;
  readonly days: readonly HeatDay[];
}

/** Shades that can still be told apart. */
export const STEPS = 5;

/**
 * Days as a calendar: a block of weeks for each month, the more time the stronger. A full day (`fullDay`, minutes) is
 * the last but one step, so that long days stand out.
 */
export function heatOf(
  from: string,
  to: string,
  minutesOf: (date: string) => number,
  fullDay: number,
): readonly HeatMonth[] {
  const months = new Map<string, HeatDay[]>();
  for (let number = numberOfDay(from); number <= numberOfDay(to); number += 1) {
    const date = dayOfNumber(number);
    const weekday = weekdayOf(number);
    const days = months.get(date.slice(0, 7)) ?? [];
    const begins = days[0] === undefined ? number - weekday : numberOfDay(days[0].date) - days[0].weekday;
    const minutes = minutesOf(date);
    days.push({
      date,
      minutes,
      step: stepOf(minutes, fullDay),
      week: Math.floor((number - begins) / 7),
      weekday,
    });
    months.set(date.slice(0, 7), days);
  }
  return [...months].map(([month, days]) => ({
    month,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    weeks: days.at(-1)!.week + 1,
    days,
  }));
}

/** Day 0 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** Up to these parts of a full day; what is more is the last step. */
const EDGES = [0.25, 0.5, 0.9, 1] as const;

function stepOf(minutes: number, fullDay: number): number {
  if (minutes <= 0) return 0;
  const at = EDGES.findIndex((edge) => minutes <= edge * fullDay);
  return at < 0 ? STEPS : at + 1;
}
