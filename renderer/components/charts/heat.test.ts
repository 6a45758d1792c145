import { describe, expect, it } from 'vitest';
import { heatOf } from './heat.ts';

describe('the heat of a calendar', () => {
  const times: Readonly<Record<string, number>> = { '2026-02-02': 480, '2026-02-03': 30, '2026-02-28': 600 };
  const [february, march] = heatOf('2026-02-01', '2026-03-02', (date) => times[date] ?? 0, 480) as never as [
    ReturnType<typeof heatOf>[number],
    ReturnType<typeof heatOf>[number],
  ];

  it('has a block a month, whose weeks begin with Monday', () => {
    expect([february.month, february.days.length, february.weeks]).toEqual(['2026-02', 28, 5]);
    // The first of February 2026 is a Sunday.
    expect(february.days[0]).toMatchObject({ date: '2026-02-01', week: 0, weekday: 6 });
    expect(february.days[1]).toMatchObject({ date: '2026-02-02', week: 1, weekday: 0 });
    expect([march.month, march.days.length, march.weeks]).toEqual(['2026-03', 2, 2]);
  });

  it('is stronger for more time; a full day is not the strongest', () => {
    const steps = (date: string) => february.days.find((day) => day.date === date)?.step;
    expect([steps('2026-02-01'), steps('2026-02-03'), steps('2026-02-02'), steps('2026-02-28')]).toEqual([
      0, 1, 4, 5,
    ]);
  });

  it('adds up', () => {
    expect([february.minutes, march.minutes]).toEqual([1110, 0]);
  });
});
