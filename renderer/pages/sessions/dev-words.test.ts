import { expect, it } from 'vitest';
import { formatsOf } from '../../hooks/formats.ts';
import { priceWords } from './dev-words.ts';

it('tells a price in dollars, and in the unit where there is one', () => {
  const formats = formatsOf('en-GB');
  const cost = { costUsd: 132.5, costUnits: 132_499.6, unit: 'VIBE' };
  expect(priceWords(cost, formats)).toEqual({ usd: 'US$132.50', units: '132,500 VIBE' });
  expect(priceWords({ ...cost, unit: '' }, formats).units).toBeNull();
});
