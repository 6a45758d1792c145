import { describe, expect, it } from 'vitest';
import { changesOf, isCurrency, readNumber, textOf } from './project-fields.ts';

const PROJECT = {
  key: 'TB',
  name: 'Tintbook',
  customer: 'Acme',
  budgetHours: 100,
  hourlyRate: 150,
  currency: 'EUR',
  linearTeam: null,
  remote: null,
};

describe('the fields of a project', () => {
  it('ask for what was changed and nothing else', () => {
    const before = textOf(PROJECT);
    expect(changesOf(before, before)).toEqual({ key: 'TB' });
    expect(changesOf({ ...before, customer: ' ', budgetHours: '12,5', currency: 'usd' }, before)).toEqual({
      key: 'TB',
      customer: '',
      budgetHours: 12.5,
      currency: 'USD',
    });
  });

  it('take an emptied number for none', () => {
    const before = textOf(PROJECT);
    expect(changesOf({ ...before, hourlyRate: '' }, before)).toEqual({ key: 'TB', hourlyRate: 0 });
  });

  it('read numbers as people write them', () => {
    expect(['1.5', '1,5', '', '-1', 'x', ' 7 '].map(readNumber)).toEqual([1.5, 1.5, 0, null, null, 7]);
    expect(['EUR', 'usd', 'EU', ''].map(isCurrency)).toEqual([true, true, false, false]);
  });
});
