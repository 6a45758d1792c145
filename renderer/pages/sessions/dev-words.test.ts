import { expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import { formatsOf } from '../../hooks/formats.ts';
import { priceWords, sessionHref, sessionWords, ticketHref } from './dev-words.ts';

const formats = formatsOf('en-GB');
const t = ((key: string) => key.split('.').at(-1)) as unknown as TFunction;
const session = { title: 'Uploads', ticket: 'TB-1', type: 'bugfix', durationMinutes: 65 } as const;
const price = { costUsd: 1.5, costUnits: 1500, unit: 'VIBE' };

it('tells a price in dollars, and in the unit where there is one', () => {
  const cost = { costUsd: 132.5, costUnits: 132_499.6, unit: 'VIBE' };
  expect(priceWords(cost, formats)).toEqual({ usd: 'US$132.50', units: '132,500 VIBE' });
  expect(priceWords({ ...cost, unit: '' }, formats).units).toBeNull();
});

it('tells a session in a line; that it is done, or cost nothing, needs no words', () => {
  const words = (more: object, cost: typeof price | null) =>
    sessionWords({ ...session, status: 'completed', ...more }, '09:00–10:05', cost, t, formats);
  expect(words({}, price)).toBe('09:00–10:05 TB-1 Uploads · bugfix · 1h5m · US$1.50 · 1,500 VIBE');
  expect(words({ status: 'paused' }, null)).toBe('09:00–10:05 TB-1 Uploads · bugfix · 1h5m · paused');
  expect(words({ title: 'TB-1: Uploads' }, { ...price, costUsd: 0 })).toBe(
    '09:00–10:05 TB-1: Uploads · bugfix · 1h5m',
  );
});

it('leads to a session by itself, and to those of a ticket', () => {
  expect(sessionHref('018f')).toBe('#/sessions/development?session=018f');
  expect(ticketHref('A&B-1')).toBe('#/sessions/development?ticket=A%26B-1');
});
