import { describe, expect, it } from 'vitest';
import type { Story } from '../evidence/git-story.ts';
import { derive, told } from './derive-day.fixture.ts';
import { keptEntry } from './kept-entry.ts';

describe('what the person settled', () => {
  const twoHours = 'active 09:00-11:00\n10:00 TB-1: a';

  it('is not proposed again, however they settled it', () => {
    for (const state of ['accepted', 'edited', 'deleted'] as const) {
      const kept = (story: Story) => [keptEntry(story, '09:00-11:00', { state, key: 'git:TB-1' })];
      expect(derive(twoHours, { kept })).toEqual({ proposals: [], gaps: [], warnings: [] });
    }
  });

  it('is not put back by an editor where an entry of the same ticket was moved away', () => {
    const seen = `
      active 09:00-11:00
      10:00 TB-1: a
      editor 09:00-11:00 feature/TB-1
      editor 09:00-09:30 feature/TB-2`;
    const derived = derive(seen).proposals.find((one) => one.ticket === 'TB-1');
    const moved = (story: Story) => [
      keptEntry(story, '12:00-14:00', {
        state: 'edited',
        key: 'git:TB-1',
        evidence: derived?.evidence ?? [],
      }),
    ];
    expect(told(seen)).toEqual(['git:TB-1 2h']);
    const tickets = (kept: typeof moved) => derive(seen, { kept }).proposals.map((one) => one.ticket);
    expect(tickets(moved)).toEqual(['TB-2']);
    const given = (story: Story) => moved(story).map((entry) => ({ ...entry, ticket: null }));
    expect(tickets(given)).toEqual(['TB-2']);
  });

  it('covers the time of a manual entry with clock times, and not of one without', () => {
    const manual = { source: 'manual', key: null } as const;
    const timed = (story: Story) => [keptEntry(story, '10:00-11:00', manual)];
    const untimed = (story: Story) => [keptEntry(story, '', manual)];
    expect(told(twoHours, { kept: timed })).toEqual(['git:TB-1 1h']);
    expect(told(twoHours, { kept: untimed })).toEqual(['git:TB-1 2h']);
  });

  it('leaves later work to a proposal of its own', () => {
    const kept = (story: Story) => [keptEntry(story, '09:00-10:00', { key: 'git:TB-1', commits: ['c1'] })];
    const later = `${twoHours}\nactive 13:00-14:00\n13:30 TB-1: b`;
    expect(told(later, { kept })).toEqual(['git:TB-1~2 2h']);
    const more = (story: Story) => [
      ...kept(story),
      keptEntry(story, '10:00-11:00', { key: 'git:TB-1~2', state: 'deleted' }),
    ];
    expect(told(later, { kept: more })).toEqual(['git:TB-1~3 1h']);
  });

  it('does not name its commits again', () => {
    const text = 'active 09:00-10:00\n10:00 TB-1: a\n10:00 TB-1: b\nactive 13:00-14:00\n13:30 TB-1: c';
    expect(derive(text).proposals[0]!.commits).toEqual(['c1', 'c2', 'c3']);
    const kept = (story: Story) => [
      keptEntry(story, '09:00-10:00', { key: 'git:TB-1', commits: ['c1', 'c2'] }),
    ];
    expect(derive(text, { kept }).proposals.map((one) => one.commits)).toEqual([['c3']]);
  });

  it('never takes a key that is taken', () => {
    const kept = (story: Story) => [keptEntry(story, '09:00-10:00', { key: 'git:TB-1~2' })];
    expect(told(twoHours, { kept })).toEqual(['git:TB-1 1h']);
  });
});
