import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { instant } from '../../values/instant.ts';
import { RULES, sampleRecords, sumsOf } from '../sample-records.ts';
import { writeIcs } from './write-ics.ts';

const NOW = instant(Date.parse('2026-03-01T00:00:00Z'));

it('tells every minute, each event with an id of its own and no line too long', () => {
  fc.assert(
    fc.property(fc.integer().map(sampleRecords), (all) => {
      const { text, skipped } = writeIcs(all, RULES.zone, NOW);
      const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
      const minutes = events.reduce((sum, event) => sum + new ICAL.Event(event).duration.toSeconds() / 60, 0);
      expect(skipped).toEqual([]);
      expect(minutes).toBe(Object.values(sumsOf(all)).reduce((sum, value) => sum + value, 0));
      expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(all.length);
      for (const line of text.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }),
  );
});

it('writes the same text again', () => {
  fc.assert(
    fc.property(fc.integer().map(sampleRecords), (all) => {
      expect(writeIcs(all, RULES.zone, NOW)).toEqual(writeIcs(all, RULES.zone, NOW));
    }),
  );
});
