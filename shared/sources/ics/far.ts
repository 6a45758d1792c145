import type { Interval } from '../../values/interval.ts';
import type { Component } from './components.ts';
import { DAY_MS, wallOf } from './wall.ts';

/** Zones differ by a day at most; the second is for all that follows from rounding to days. */
const MARGIN_MS = 2 * DAY_MS;

/**
 * The events that may take place in the window. Calendars hold the meetings of many years: what is surely none of the window
 * is told by a glance at its dates, without reading it. All copies and exceptions of an event stay together.
 */
export function mayMatter(components: readonly Component[], window: Interval): Component[] {
  const events = components.filter(({ kind }) => kind === 'VEVENT');
  const uids = new Map<string, number>();
  for (const event of events) {
    const uid = uidOf(event);
    uids.set(uid, (uids.get(uid) ?? 0) + 1);
  }
  return events.filter((event) => uids.get(uidOf(event)) !== 1 || !isFar(event, window));
}

const uidOf = ({ lines }: Component): string => lines.find((line) => /^UID[;:]/i.test(line)) ?? '';

function isFar({ lines }: Component, window: Interval): boolean {
  const starts = lines.filter((line) => /^DTSTART[;:]/i.test(line));
  if (starts.length !== 1 || lines.some((line) => /^(RRULE|RDATE|DURATION|RECURRENCE-ID)[;:]/i.test(line)))
    return false;
  const start = dateIn(starts[0]!);
  if (start === null) return false;
  if (start > window.end + MARGIN_MS) return true;
  const end = lines.find((line) => /^DTEND[;:]/i.test(line));
  const last = end === undefined ? start : dateIn(end);
  return last !== null && Math.max(start, last) + DAY_MS < window.start - MARGIN_MS;
}

/** The date that a line ends with. */
function dateIn(line: string): number | null {
  const match = /:(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(line.trim());
  return match ? wallOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
