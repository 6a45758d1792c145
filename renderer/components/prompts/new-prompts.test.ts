import { describe, expect, it } from 'vitest';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import { countOf, hasNews, keysOf } from './new-prompts.ts';

const common = { since: '2026-02-13T16:30:00.000Z', title: '', text: '', to: '/today', answers: [] };
const away = (...keys: string[]): PromptShape => ({
  ...common,
  kind: 'absences',
  key: 'absences',
  zone: 'UTC',
  absences: keys.map((key) => ({ key, startedAt: common.since, endedAt: common.since, minutes: 10 })),
});
const day: PromptShape = {
  ...common,
  ...{ kind: 'end-of-day', key: 'end-of-day:2026-02-13', date: '2026-02-13', isToday: true },
  ...{ minutes: 60, target: 480, gaps: 0, unallocated: 0 },
};

describe('what came up while the window was open', () => {
  it('counts each absence by itself', () => {
    expect(keysOf([day, away('a', 'b')])).toEqual(['end-of-day:2026-02-13', 'a', 'b']);
    expect(countOf([day, away('a', 'b')])).toBe(3);
    expect(countOf([])).toBe(0);
  });

  it('opens the list for what is about this moment, not for what was there or can wait', () => {
    expect(hasNews([away('a')], new Set())).toBe(true);
    expect(hasNews([away('a')], new Set(['a']))).toBe(false);
    expect(hasNews([away('a', 'b')], new Set(['a']))).toBe(true);
    expect(hasNews([day], new Set())).toBe(false);
    expect(hasNews([], new Set(['a']))).toBe(false);
  });
});
