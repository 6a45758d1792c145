import { booking } from './en/booking.ts';
import { charts } from './en/charts.ts';
import { clock } from './en/clock.ts';
import { connections } from './en/connections.ts';
import { customers } from './en/customers.ts';
import { day } from './en/day.ts';
import { devSessions } from './en/dev-sessions.ts';
import { frame } from './en/frame.ts';
import { keys } from './en/keys.ts';
import { pages } from './en/pages.ts';
import { prompts } from './en/prompts.ts';
import { reports } from './en/reports.ts';
import { sources } from './en/sources.ts';
import { start } from './en/start.ts';
import { week } from './en/week.ts';
import { widget } from './en/widget.ts';

/** Every word of the window, in English, by area. German has the same keys; a missing one fails the type check. */
export const en = {
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
} as const;
