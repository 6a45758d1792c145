import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { formatsOf } from '../../hooks/formats.ts';
import { at, sampleView, span } from './sample-view.ts';
import { sessionRows } from './session-rows.ts';
import { byTime, tableRows } from './table-rows.ts';

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as TFunction;

test('each stretch of a development session is a row among the others, and leads to it', () => {
  const rows = sessionRows(
    [
      {
        id: 'a',
        title: 'Uploads',
        type: 'research',
        status: 'active',
        ticket: 'TB-1',
        durationMinutes: 90,
        unit: '',
        costUsd: null,
        costUnits: null,
        worked: [span('09:00-10:00'), span('10:30-11:00')],
      },
    ],
    t,
    formatsOf('en-GB'),
  );
  const view = sampleView([], { presence: [{ ...span('10:00-10:30'), state: 'idle' }] });
  const what =
    'devSessions.inTable TB-1 Uploads · devSessions.type.research · 1h30m · devSessions.status.active';
  expect(
    byTime([...tableRows(view, t), ...rows]).map(({ from, ...row }) => [from, row.what, row.href]),
  ).toEqual([
    [Date.parse(at('09:00')), what, '#/sessions/development?session=a'],
    [Date.parse(at('10:00')), 'timeline.presence.idle', null],
    [Date.parse(at('10:30')), what, '#/sessions/development?session=a'],
  ]);
});
