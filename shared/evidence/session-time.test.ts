import { describe, expect, it } from 'vitest';
import type { Session } from './session.ts';
import { readStory } from './git-story.ts';
import { workedIntervals, workedMinutes } from './session-time.ts';

const story = readStory('session 09:00-10:30 TB-042 reading');
const { at } = story;
const session = (change: Partial<Session> = {}): Session => ({ ...story.sessions[0]!, ...change });
const running: Partial<Session> = { status: 'active', endedAt: null };

describe('the time of a session', () => {
  it('lasts from start to end', () => {
    expect(workedIntervals(session(), at('12:00'))).toEqual([{ start: at('09:00'), end: at('10:30') }]);
    expect(workedMinutes(session(), at('12:00'))).toBe(90);
  });

  it('leaves pauses out', () => {
    const pauses = [{ start: at('09:15'), end: at('09:25') }];
    expect(workedMinutes(session({ pauses }), at('12:00'))).toBe(80);
  });

  it('runs up to now', () => {
    expect(workedMinutes(session(running), at('09:20'))).toBe(20);
  });

  it('stands still while paused', () => {
    const paused = session({ ...running, status: 'paused', pausedAt: at('09:40') });
    expect(workedMinutes(paused, at('12:00'))).toBe(40);
  });

  it('never counts when it was cancelled', () => {
    expect(workedIntervals(session({ status: 'cancelled' }), at('12:00'))).toEqual([]);
  });

  it('is nothing when the clock says it starts in the future', () => {
    expect(workedMinutes(session(running), at('08:00'))).toBe(0);
  });

  it('counts a stopped session whose end is missing up to its last sign of life, not up to now', () => {
    expect(workedMinutes(session({ endedAt: null, aliveAt: at('09:30') }), at('12:00'))).toBe(30);
    expect(workedMinutes(session({ endedAt: null }), at('12:00'))).toBe(0);
  });
});
