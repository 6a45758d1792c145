import { booking } from './de/booking.ts';
import { charts } from './de/charts.ts';
import { clock } from './de/clock.ts';
import { connections } from './de/connections.ts';
import { customers } from './de/customers.ts';
import { day } from './de/day.ts';
import { devSessions } from './de/dev-sessions.ts';
import { frame } from './de/frame.ts';
import { keys } from './de/keys.ts';
import { pages } from './de/pages.ts';
import { prompts } from './de/prompts.ts';
import { reports } from './de/reports.ts';
import { sources } from './de/sources.ts';
import { start } from './de/start.ts';
import { week } from './de/week.ts';
import { widget } from './de/widget.ts';
import type { en } from './en.ts';
import type { SameKeys } from './same-keys.ts';

/** Every word of the window, in German: "du", and the field's own words. */
export const de: SameKeys<typeof en> = {
  ...frame,
  ...keys,
  ...day,
  ...clock,
  ...pages,
  ...devSessions,
  ...connections,
  ...customers,
  ...booking,
  ...sources,
  ...prompts,
  ...start,
  ...week,
  ...widget,
  ...charts,
  ...reports,
};
