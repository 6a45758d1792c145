import { expect, it } from 'vitest';
import { sampleEntry, stretch, TUESDAY } from '../entries/sample-entry.ts';
import type { Entry } from '../entries/entry.ts';
import { addDays } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { suggestTickets } from './suggest-tickets.ts';

const on = (ticket: string, times: string, given: Partial<Entry> = {}): Entry =>
  sampleEntry(`${ticket} ${times}`, times, { ticket: ticket as TicketId, ...given });
const asked = { dates: [TUESDAY], span: stretch('13:00-14:00'), title: '', entries: [] };
const said = (...given: Parameters<typeof suggestTickets>) =>
  suggestTickets(...given).map(({ ticket, because }) => `${ticket} ${because}`);

it('what was booked under the same name comes first, then around that time, that day, lately', () => {
  const lastWeek = { date: addDays(TUESDAY, -7) };
  const history = [
    on('LONG-1', '08:00-11:00'),
    on('NEXT-1', '14:10-14:30'),
    on('JUST-1', '12:00-13:00'),
    on('OLD-1', '13:00-14:00', lastWeek),
    on('NAME-1', '09:00-09:15', { ...lastWeek, description: 'Stand-up' }),
  ];
  expect(said({ ...asked, title: 'Stand-up' }, history, 5)).toEqual([
    'NAME-1 before',
    'JUST-1 around',
    'NEXT-1 around',
    'LONG-1 day',
    'OLD-1 lately',
  ]);
  expect(said(asked, history, 2)).toEqual(['JUST-1 around', 'NEXT-1 around']);
});

it('knows a meeting by what its calendar calls it, whatever the entry says', () => {
  const [first] = sampleEntry('m', '10:00-11:00').spans;
  const evidence = [
    {
      kind: 'event' as const,
      ref: 'x',
      label: 'Retro',
      startedAt: first!.start,
      endedAt: first!.end,
      rule: '',
    },
  ];
  const history = [on('TB-9', '10:00-11:00', { description: 'what we did well', evidence })];
  expect(said({ ...asked, title: 'Retro' }, history, 5)).toEqual(['TB-9 before']);
});

it('never suggests what is asked about, nor what has no ticket', () => {
  const open = sampleEntry('open', '13:00-14:00', { ticket: null });
  expect(
    said({ ...asked, entries: [open] }, [open, sampleEntry('other', '12:00-13:00', { ticket: null })], 5),
  ).toEqual([]);
  expect(said({ ...asked, span: null }, [on('TB-1', '')], 5)).toEqual(['TB-1 day']);
});
