import { dayOfNumber, dayTicks, minuteTicks, numberOfDay, scaleOf } from './scale.ts';

/** How a budget went: what had been used at the end of days, and when it will be gone. */
export interface BudgetCourse {
  /** What had been used in minutes at the end of days, the oldest first. */
  readonly points: readonly { readonly date: string; readonly used: number }[];
  /** What there is to use in minutes; null: no limit, then what was used is drawn rising. */
  readonly available: number | null;
  /** The day it is, or was, used up at the pace of late; null: not in sight. */
  readonly runsOut: string | null;
  /** The day it is looked at. */
  readonly asOf: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around the drawing for the words of its axes. */
export const BURN_DOWN_ROOM = { top: 12, right: 16, bottom: 24, left: 56 } as const;

export interface BurnDownMark {
  readonly date: string;
  readonly used: number;
  /** What was left; null without a limit. */
  readonly left: number | null;
  readonly x: number;
  readonly y: number;
}

export interface BurnDownDrawing {
  readonly marks: readonly BurnDownMark[];
  /** The course so far, as the `d` of a path; '' where there is none. */
  readonly line: string;
  /** The same, filled down to nothing. */
  readonly area: string;
  /** How it goes on at the pace of late; null: it does not, or nothing is known. */
  readonly forecast: { readonly from: Spot; readonly to: Spot; readonly isReached: boolean } | null;
  /** Where nothing is left; what is below it was never sold. */
  readonly zero: number;
  readonly today: number;
  readonly hours: readonly { readonly minutes: number; readonly y: number }[];
  readonly days: readonly { readonly date: string; readonly x: number }[];
}
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A forecast further away than this many times what lies behind is cut: the past must stay readable. */
const FARTHEST = 2;
/** Pixels that a date at the axis needs. */
const DATE_WIDTH = 76;

/** The drawing of a burn-down within `size`; null where there is nothing to draw. */
export function drawBurnDown(course: BudgetCourse, { width, height }: Size): BurnDownDrawing | null {
  const { points, available, runsOut, asOf } = course;
  const first = points[0];
  if (first === undefined || width <= 0) return null;
  const begin = numberOfDay(first.date) - 1;
  const last = numberOfDay(points.at(-1)!.date);
  const now = Math.max(last, numberOfDay(asOf));
  const gone = runsOut === null || runsOut <= asOf ? null : numberOfDay(runsOut);
  const end = gone === null ? now : Math.min(gone, now + Math.max(28, FARTHEST * (now - begin)));
  const heightOf = (used: number): number => (available === null ? used : available - used);
  const used = points.at(-1)!.used;
  const least = Math.min(0, heightOf(used));
  const most = Math.max(available ?? used, 60);
  const ticks = minuteTicks(least, most).filter((tick) => tick <= most);
  const { top, right, bottom, left } = BURN_DOWN_ROOM;
  const x = scaleOf(begin, end, left, width - right);
  const y = scaleOf(ticks[0]!, most, height - bottom, top);
  const marks = points.map((point) => ({
    ...point,
    left: available === null ? null : available - point.used,
    x: x(numberOfDay(point.date)),
    y: y(heightOf(point.used)),
  }));
  const start: Spot = { x: x(begin), y: y(heightOf(0)) };
  const here: Spot = { x: x(now), y: y(heightOf(used)) };
  const path = [start, ...marks, here].map((spot) => `${round(spot.x)} ${round(spot.y)}`);
  const line = `M${path.join('L')}`;
  const whole = gone === null ? 0 : gone - now;
  const share = whole === 0 ? 0 : (end - now) / whole;
  return {
    marks,
    line,
    area: `${line}L${round(here.x)} ${round(y(0))}L${round(start.x)} ${round(y(0))}Z`,
    forecast:
      available === null || gone === null
        ? null
        : {
            from: here,
            to: { x: x(end), y: y(heightOf(used) * (1 - share)) },
            isReached: end === gone,
          },
    zero: y(0),
    today: here.x,
    hours: ticks.map((tick) => ({ minutes: tick, y: y(tick) })),
    days: dayTicks(
      dayOfNumber(begin),
      dayOfNumber(end),
      Math.max(2, Math.floor((width - left - right) / DATE_WIDTH)),
    ).map((date) => ({ date, x: x(numberOfDay(date)) })),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
