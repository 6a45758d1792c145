import { booking } from './de/booking.ts';
import { connections } from './de/connections.ts';
import { day } from './de/day.ts';
import { frame } from './de/frame.ts';
import { pages } from './de/pages.ts';
import { sources } from './de/sources.ts';
import type { en } from './en.ts';
import type { SameKeys } from './same-keys.ts';

/** Every word of the window, in German: "du", and the field's own words. */
export const de: SameKeys<typeof en> = { ...frame, ...day, ...pages, ...connections, ...booking, ...sources };
