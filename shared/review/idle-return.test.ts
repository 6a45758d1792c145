import { describe, expect, it } from 'vitest';
import type { PresenceSpan, PresenceState } from '../evidence/presence.ts';
import type { Id } from '../values/ids.ts';
import type { Interval } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import type { ReturnFacts } from './idle-return.ts';
import { absencesToAsk } from './idle-return.ts';
import { when } from './sample-prompts.ts';

const at = (clock: string) => when(`2026-02-10T${clock}:00Z`);
/** `09:00-12:00` */
const span = (text: string): Interval => {
  const [start = '', end = ''] = text.split('-');
  return { start: at(start), end: at(end) };
};
const presence = (text: string, state: PresenceState = 'active'): PresenceSpan => ({
  ...span(text),
  id: text as Id,
  user: 'ann',
  state,
  backend: 'test',
  zone: 'UTC',
  open: false,
});

/** What is asked about a day of which the active spans are told. */
function asked(active: readonly string[], given: Partial<ReturnFacts> = {}): string[] {
  return absencesToAsk({
    presence: active.map((text) => presence(text)),
    blocks: [span('09:00-12:00'), span('13:00-17:30')],
    meetings: [],
    explained: [],
    signs: [],
    answered: [],
    thresholdMs: 10 * 60_000,
    ...given,
  }).map(({ start, end }) => `${formatClock(start, 'UTC')}-${formatClock(end, 'UTC')}`);
}

describe('coming back', () => {
  it('is asked about from ten minutes on, within working hours, several absences at once', () => {
    expect(asked(['09:00-10:00', '10:09-11:00'])).toEqual([]);
    expect(asked(['09:00-10:00', '10:10-11:00'])).toEqual(['10:00-10:10']);
    expect(asked(['09:00-10:00', '10:30-11:00', '11:20-12:00'])).toEqual(['10:00-10:30', '11:00-11:20']);
    expect(asked(['07:00-07:10', '08:30-09:00'])).toEqual([]);
    expect(asked(['17:00-18:00', '19:00-20:00'])).toEqual([]);
  });

  it('a lock of a few seconds asks nothing, and idle or locked spans between are all the same absence', () => {
    const locked = [presence('09:00-10:00'), presence('10:00-10:01', 'locked'), presence('10:01-11:00')];
    expect(asked([], { presence: locked })).toEqual([]);
    const long = [
      presence('09:00-10:00'),
      presence('10:00-10:06', 'idle'),
      presence('10:06-10:20', 'locked'),
      presence('10:40-11:00'),
    ];
    expect(asked([], { presence: long })).toEqual(['10:00-10:40']);
  });

  it('who has not come back is not asked, nor is who nobody can see', () => {
    expect(asked(['09:00-10:00'])).toEqual([]);
    expect(asked([], { presence: [presence('09:00-10:00'), presence('10:00-11:00', 'idle')] })).toEqual([]);
    const commands = [presence('09:00-09:00', 'unknown'), presence('11:00-11:00', 'unknown')];
    expect(asked([], { presence: commands })).toEqual([]);
    expect(asked([], { presence: [presence('09:00-10:00'), presence('11:00-11:01', 'unknown')] })).toEqual(
      [],
    );
  });

  it('lunch needs no asking, even when it does not begin on the minute; a long one does', () => {
    expect(asked(['09:00-12:00', '13:00-14:00'])).toEqual([]);
    expect(asked(['09:00-11:52', '13:08-14:00'])).toEqual([]);
    expect(asked(['09:00-11:30', '13:00-14:00'])).toEqual(['11:30-12:00']);
    expect(asked(['09:00-11:30', '14:00-15:00'])).toEqual(['11:30-12:00', '13:00-14:00']);
  });

  it('an absence under a meeting is that meeting, with the way to it', () => {
    const meetings = [span('10:00-11:00')];
    expect(asked(['09:00-09:55', '11:05-12:00'], { meetings })).toEqual([]);
    expect(asked(['09:00-09:30', '11:05-12:00'], { meetings })).toEqual(['09:30-10:00']);
    expect(asked(['09:00-10:00', '10:30-12:00'], { meetings: [span('10:30-11:00')] })).toEqual([
      '10:00-10:30',
    ]);
  });

  it('what has an entry or an answer is not asked again, and answers touch only what they name', () => {
    const active = ['09:00-10:00', '10:40-11:00', '11:20-12:00'];
    expect(asked(active, { explained: [span('10:00-10:40')] })).toEqual(['11:00-11:20']);
    expect(asked(active, { answered: [span('11:00-11:20')] })).toEqual(['10:00-10:40']);
    expect(asked(active, { explained: [span('10:10-10:20')] })).toEqual([
      '10:00-10:10',
      '10:20-10:40',
      '11:00-11:20',
    ]);
  });

  it('who did something elsewhere meanwhile was not away', () => {
    const active = ['09:00-10:00', '10:18-11:00'];
    expect(asked(active, { signs: [at('10:09')] })).toEqual([]);
    expect(asked(active, { signs: [at('10:02')] })).toEqual(['10:02-10:18']);
    expect(asked(active, { signs: [at('10:00'), at('10:18'), at('09:30')] })).toEqual(['10:00-10:18']);
  });

  it('without working hours nothing is asked', () => {
    expect(asked(['09:00-10:00', '11:00-12:00'], { blocks: [] })).toEqual([]);
  });
});
