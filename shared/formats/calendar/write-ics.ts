import ICAL from 'ical.js';
import type { Instant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { fnv1a64 } from '../../values/text-hash.ts';
import { layOut } from '../lay-out.ts';
import { netRecords } from '../net-records.ts';
import type { Skipped, TimeRecord } from '../time-record.ts';
import { oneLine } from '../words-of.ts';

/**
 * Entries as events of a calendar (RFC 5545), to look at them beside one's meetings. Free (`TRANSP:TRANSPARENT`): they
 * say what was, and block nothing. The UID follows from what an event says, so that importing again makes no doubles.
 */
export function writeIcs(
  records: readonly TimeRecord[],
  zone: Zone,
  now: Instant,
): { text: string; skipped: Skipped[] } {
  const net = netRecords(records);
  const { laid, skipped } = layOut(net.records, zone);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Stint//Stint//EN');
  const seen = new Map<string, number>();
  for (const { record, at } of laid) {
    const what = `${record.user ?? ''} ${record.ticket ?? ''} ${record.description} ${at.start} ${at.end}`;
    const again = seen.get(what) ?? 0;
    seen.set(what, again + 1);
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${fnv1a64(`${what} ${again}`)}@stint`);
    event.addPropertyWithValue('dtstamp', timeOf(now));
    event.addPropertyWithValue('dtstart', timeOf(at.start));
    event.addPropertyWithValue('dtend', timeOf(at.end));
    event.addPropertyWithValue(
      'summary',
      oneLine([record.ticket, record.description].filter(Boolean).join(' ')),
    );
    if (record.project !== null) event.addPropertyWithValue('categories', record.project);
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return { text: `${calendar.toString()}\r\n`, skipped: [...net.skipped, ...skipped] };
}

const timeOf = (at: Instant) => ICAL.Time.fromJSDate(new Date(at), true);
