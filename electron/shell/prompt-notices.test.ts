import { describe, expect, it } from 'vitest';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { promptNotice } from './prompt-notices.ts';

const WEEK: PromptShape = {
  kind: 'week',
  key: 'week:2026-W07',
  since: '2026-02-13T16:30:00.000Z',
  title: '',
  text: '',
  to: '/week/2026-W07',
  answers: ['dismiss'],
  week: '2026-W07',
  open: ['2026-02-10', '2026-02-13'],
  minutes: 780,
  target: 2400,
};
const AWAY: PromptShape = {
  kind: 'absences',
  key: 'absences',
  since: '2026-02-13T11:45:00.000Z',
  title: '',
  text: '',
  to: '/today?prompt=absences',
  answers: ['break', 'ticket', 'meeting'],
  zone: 'Europe/Berlin',
  absences: [
    { key: 'a', startedAt: '2026-02-13T11:10:00.000Z', endedAt: '2026-02-13T11:45:00.000Z', minutes: 35 },
  ],
};
const BUDGET: PromptShape = {
  kind: 'budget',
  key: 'budget:TB',
  since: '2026-02-13T11:45:00.000Z',
  title: '',
  text: '',
  to: '/customers?project=TB',
  answers: ['dismiss'],
  project: 'TB',
  month: null,
  name: 'Tracker',
  percent: 80,
  used: 4980,
  of: 6000,
};
const SESSION: PromptShape = {
  kind: 'session',
  key: 'session:1',
  since: '2026-02-13T11:45:00.000Z',
  title: '',
  text: '',
  to: '/today?prompt=session%3A1',
  answers: ['stop', 'dismiss'],
  zone: 'Europe/Berlin',
  what: 'TB-042 socket',
  minutes: 312,
  away: null,
};

describe('a notification of what waits', () => {
  it('leads to the thing itself, in the language of the person', () => {
    expect(promptNotice([WEEK], 'en')).toEqual({
      title: '2 days are not reviewed yet: Tue, Fri.',
      body: '13h of 40h in week 7.',
      to: '/week/2026-W07',
    });
    expect(promptNotice([WEEK], 'de')?.title).toBe('2 Tage sind noch nicht geprüft: Di, Fr.');
    expect(promptNotice([AWAY], 'de')).toEqual({
      title: 'Du warst weg, 12:10–12:45.',
      body: '35m. Pause, Ticket oder Termin? Ohne Antwort zählt die Zeit nicht.',
      to: '/today?prompt=absences',
    });
    expect(promptNotice([BUDGET], 'de')?.title).toBe('Tracker hat 83 % seines Budgets verbraucht.');
  });

  it('is one for all that waits', () => {
    expect(promptNotice([WEEK, AWAY], 'en')).toEqual({
      title: '2 things wait for you.',
      body: '2 days are not reviewed yet: Tue, Fri.\nYou were away 12:10–12:45.',
      to: '/today?prompt=all',
    });
    expect(promptNotice([WEEK, AWAY, BUDGET, SESSION], 'de')?.body.split('\n')).toHaveLength(4);
    expect(promptNotice([], 'en')).toBeNull();
  });
});
