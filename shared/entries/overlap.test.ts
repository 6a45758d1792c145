import { describe, expect, it } from 'vitest';
import { minutes } from '../values/minutes.ts';
import { overlapping } from './overlap.ts';
import { clock, sampleEntry, stretch } from './sample-entry.ts';

describe('before the same hour is booked twice', () => {
  const entries = [
    sampleEntry('standup', '09:00-09:15'),
    sampleEntry('morning', '09:15-10:00 11:00-12:00'),
    sampleEntry('training', '', { minutes: minutes(120) }),
    sampleEntry('dropped', '14:00-15:00', { state: 'deleted' }),
    sampleEntry('imported', '', { startedAt: clock('16:00'), endedAt: clock('17:00') }),
  ];
  const clash = (times: string) => overlapping(entries, stretch(times)).map((entry) => entry.id);

  it.each([
    ['09:10-09:20', ['standup', 'morning'], 'it reaches into both'],
    ['10:00-11:00', [], 'between the stretches of one entry there is room'],
    ['08:00-09:00', [], 'touching is no clash'],
    ['14:00-15:00', [], 'what is deleted holds no time'],
    ['16:30-16:45', ['imported'], 'clock times count like stretches'],
    ['09:30-09:30', [], 'nothing clashes with nothing'],
  ])('%s clashes with %j: %s', (times, expected) => {
    expect(clash(times)).toEqual(expected);
  });
});
