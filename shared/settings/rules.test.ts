import { describe, expect, it } from 'vitest';
import { defaultSettings } from './catalogue.ts';
import { derivationRules, targetOf } from './rules.ts';

describe('settings as rules', () => {
  it('durations become minutes', () => {
    expect(derivationRules({ ...defaultSettings(), 'git.rounding': '6m', 'git.maxGap': '1h30m' })).toEqual({
      maxGap: 90,
      defaultSession: 30,
      rounding: 6,
      roundingMode: 'nearest',
      credit: 'after',
      ticketPrefixes: [],
      projectOfPrefix: {},
      meetings: {
        tentative: false,
        leaveOut: ['allDay', 'free', 'workingLocation', 'birthday', 'outOfOffice', 'focusTime'],
        ticketOf: {},
      },
      joinMs: 120_000,
    });
  });

  it('working days have a target, the others none', () => {
    const partTime = { ...defaultSettings(), 'time.workingHoursPerDay': 7.7, 'time.workingDays': [1, 3] };
    expect([1, 2, 3, 7].map((weekday) => targetOf(partTime, weekday))).toEqual([462, 0, 462, 0]);
  });
});
