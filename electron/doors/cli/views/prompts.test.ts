import { expect, it } from 'vitest';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { paperOf } from '../paper.ts';
import { promptsView } from './prompts.ts';

const paper = paperOf({ colour: false, width: 120 });
const common = { since: '2026-02-13T16:30:00.000Z', title: 'Title.', text: 'Text.', to: '/today' };

it('nothing waits', () => {
  expect(promptsView([], paper)).toBe('Nothing waits for you.');
});

it('what waits, each with the command that answers it', () => {
  const prompts: PromptShape[] = [
    {
      ...common,
      ...{
        kind: 'absences',
        key: 'absences',
        zone: 'Europe/Berlin',
        answers: ['break', 'ticket', 'meeting'],
      },
      absences: [
        {
          ...{ key: 'absence:1', minutes: 35 },
          ...{ startedAt: '2026-02-13T11:10:00.000Z', endedAt: '2026-02-13T11:45:00.000Z' },
        },
      ],
    },
    {
      ...common,
      ...{ kind: 'end-of-day', key: 'e', date: '2026-02-13', isToday: true, answers: ['dismiss'] },
      ...{ minutes: 60, target: 480, gaps: 0, unallocated: 0 },
    },
    {
      ...common,
      ...{
        kind: 'week',
        key: 'w',
        week: '2026-W07',
        open: [],
        minutes: 60,
        target: 480,
        answers: ['dismiss'],
      },
    },
    {
      ...common,
      kind: 'meeting-over',
      key: 'o',
      ticket: 'TB-1',
      back: null,
      text: '',
      answers: ['stop', 'dismiss'],
    },
  ];
  expect(promptsView(prompts, paper).split('\n')).toEqual([
    'Title.',
    '  Text.',
    '  12:10–12:45  35m  stint answer absence:1 break|ticket|meeting',
    '',
    'Title.',
    '  Text.',
    '  stint day 2026-02-13 · stint confirm 2026-02-13 · stint snooze',
    '',
    'Title.',
    '  Text.',
    '  stint week 2026-W07 · stint submit 2026-W07 · stint snooze',
    '',
    'Title.',
    '  stint answer o stop|dismiss',
  ]);
});
