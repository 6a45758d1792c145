import { booking } from './en/booking.ts';
import { connections } from './en/connections.ts';
import { day } from './en/day.ts';
import { frame } from './en/frame.ts';
import { pages } from './en/pages.ts';
import { sources } from './en/sources.ts';

/** Every word of the window, in English, by area. German has the same keys; a missing one fails the type check. */
export const en = { ...frame, ...day, ...pages, ...connections, ...booking, ...sources } as const;
