import { describe, expect, it } from 'vitest';
import type { Wordless } from './prompt-words.ts';
import { promptsTogether, promptWords } from './prompt-words.ts';

const common = { key: 'k', since: '2026-02-13T16:30:00.000Z', to: '/today', answers: [] };
const both = (prompt: Wordless): string[] =>
  (['en', 'de'] as const).map((language) => {
    const { title, text } = promptWords(prompt, language);
    return `${title} ${text}`;
  });
const day = { ...common, kind: 'end-of-day', date: '2026-02-13', minutes: 375, target: 480 } as const;

describe('the words of what waits', () => {
  it('of a day', () => {
    expect(both({ ...day, isToday: true, gaps: 1, unallocated: 1 })).toEqual([
      'Today: 6h15m of 8h. 1 gap, 1 without a ticket.',
      'Heute: 6h15m von 8h. 1 Lücke, 1 ohne Ticket.',
    ]);
    expect(both({ ...day, isToday: false, target: 0, gaps: 2, unallocated: 0 })).toEqual([
      'Friday is not reviewed yet: 6h15m. 2 gaps.',
      'Freitag ist noch nicht geprüft: 6h15m. 2 Lücken.',
    ]);
  });

  it('of a week', () => {
    const week = { ...common, kind: 'week', week: '2026-W07', minutes: 2295, target: 2400 } as const;
    expect(both({ ...week, open: ['2026-02-10', '2026-02-13'] })).toEqual([
      '2 days are not reviewed yet: Tue, Fri. 38h15m of 40h in week 7.',
      '2 Tage sind noch nicht geprüft: Di, Fr. 38h15m von 40h in Woche 7.',
    ]);
    expect(both({ ...week, open: [] })[1]).toBe(
      'Woche 7 ist geprüft. 38h15m von 40h. Du kannst sie einreichen.',
    );
  });

  it('of absences, by the clock of their zone', () => {
    const absence = (start: string, end: string, minutes: number) => ({
      ...{
        key: start,
        startedAt: `2026-02-13T${start}:00.000Z`,
        endedAt: `2026-02-13T${end}:00.000Z`,
        minutes,
      },
    });
    const away = { ...common, kind: 'absences', zone: 'Europe/Berlin' } as const;
    expect(both({ ...away, absences: [absence('11:10', '11:45', 35)] })).toEqual([
      'You were away 12:10–12:45. 35m. A break, a ticket, or a meeting? Without an answer it does not count.',
      'Du warst weg, 12:10–12:45. 35m. Pause, Ticket oder Termin? Ohne Antwort zählt die Zeit nicht.',
    ]);
    const two = [absence('11:10', '11:45', 35), absence('13:00', '13:20', 20)];
    expect(both({ ...away, absences: two })[0]).toBe('You were away 2 times. 12:10–12:45, 14:00–14:20.');
  });

  it('of a meeting, and of the way back', () => {
    const meeting = {
      ...common,
      kind: 'meeting',
      zone: 'UTC',
      ticket: 'APP-100',
      meeting: 'Stand-up',
    } as const;
    const endsAt = '2026-02-13T10:30:00.000Z';
    expect(both({ ...meeting, endsAt, running: 'TB-042' })).toEqual([
      '“Stand-up” goes on until 10:30. TB-042 runs. Switch to APP-100?',
      '„Stand-up“ geht bis 10:30. TB-042 läuft. Zu APP-100 wechseln?',
    ]);
    expect(both({ ...meeting, endsAt, running: null })[0]).toContain('Nothing runs. Start APP-100?');
    const over = { ...common, kind: 'meeting-over', ticket: 'APP-100' } as const;
    expect(both({ ...over, back: 'TB-042 socket' })).toEqual([
      'The meeting is over; APP-100 still runs. Back to TB-042 socket?',
      'Der Termin ist vorbei; APP-100 läuft noch. Zurück zu TB-042 socket?',
    ]);
    expect(both({ ...over, back: null })[1]).toContain('Stoppen?');
  });

  it('of budgets and sessions', () => {
    const budget = {
      ...common,
      kind: 'budget',
      project: 'TB',
      name: 'Tracker',
      month: null,
      of: 6000,
    } as const;
    expect(both({ ...budget, percent: 80, used: 4980 })).toEqual([
      'Tracker has used 83 % of its budget. 83h of 100h.',
      'Tracker hat 83 % seines Budgets verbraucht. 83h von 100h.',
    ]);
    expect(both({ ...budget, percent: 100, used: 6300 })[1]).toBe(
      'Tracker hat sein Budget verbraucht. 105h von 100h.',
    );
    expect(both({ ...budget, month: '2026-02', percent: 80, used: 4980 })).toEqual([
      'Tracker has used 83 % of its budget for February. 83h of 100h.',
      'Tracker hat 83 % seines Budgets für Februar verbraucht. 83h von 100h.',
    ]);
    // What earlier months overdrew leaves nothing to divide by.
    expect(both({ ...budget, month: '2026-02', percent: 100, used: 0, of: -60 })[0]).toBe(
      'Tracker has used up its budget for February. 0m of -1h.',
    );
    const session = { ...common, kind: 'session', zone: 'UTC', what: 'TB-042 socket', minutes: 300 } as const;
    expect(both({ ...session, away: null })).toEqual([
      'TB-042 socket has been running for 5h. Is it still what you work on?',
      'TB-042 socket läuft seit 5h. Arbeitest du noch daran?',
    ]);
    const away = { startedAt: '2026-02-13T17:45:00.000Z', endedAt: '2026-02-13T19:00:00.000Z' };
    expect(both({ ...session, away })[0]).toContain('Nobody was here 17:45–19:00. Stint changed nothing.');
  });

  it('of several at once', () => {
    expect([promptsTogether(3, 'en'), promptsTogether(3, 'de')]).toEqual([
      '3 things wait for you.',
      '3 Dinge warten auf dich.',
    ]);
  });
});
