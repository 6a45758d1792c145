import { describe, expect, it } from 'vitest';
import { ranked, scoreOf } from './rank.ts';

const COMMANDS = [
  { words: 'Today', also: 'day now' },
  { words: 'Week', also: 'timesheet' },
  { words: 'Settings' },
  { words: 'Confirm today', also: 'review' },
  { words: 'Stop the session: TB-042', also: 'end finish timer' },
  { words: 'Start a session…', also: 'begin timer' },
  { words: 'Dark colours', also: 'theme appearance' },
  { words: 'Woche einreichen' },
  { words: 'Später prüfen' },
];
const find = (query: string, lift?: (thing: { words: string }) => number) =>
  ranked(query, COMMANDS, lift).map(({ thing }) => thing.words);

describe('finding a command', () => {
  it.each([
    ['today', ['Today', 'Confirm today']],
    ['confirm', ['Confirm today']],
    ['cnfrm', ['Confirm today']],
    ['ct', ['Confirm today']],
    ['timer', ['Stop the session: TB-042', 'Start a session…']],
    ['stop tb', ['Stop the session: TB-042']],
    ['theme', ['Dark colours']],
    ['spater', ['Später prüfen']],
    ['PRÜ', ['Später prüfen']],
    ['xyz', []],
    ['today xyz', []],
  ])('%s', (query, found) => expect(find(query)).toEqual(found));

  it('keeps everything in its order while nothing is typed', () => {
    expect(find('  ')).toEqual(COMMANDS.map(({ words }) => words));
  });

  it('prefers a start to a middle, a name to other words, and tight to scattered letters', () => {
    const score = (query: string, words: string, also = '') => scoreOf(query, { words, also }) ?? -1;
    expect(score('set', 'Settings')).toBeGreaterThan(score('set', 'Reset all'));
    expect(score('week', 'Week')).toBeGreaterThan(score('week', 'Submit the week'));
    expect(score('sync', 'Sync now')).toBeGreaterThan(score('sync', 'Read all sources', 'sync'));
    expect(score('session', 'Stop the session')).toBeGreaterThan(score('session', 'Set emission'));
  });

  it('lifts what was used lately among equals, and not above what fits better', () => {
    expect(find('s', ({ words }) => (words.startsWith('Stop') ? 6 : 0))[0]).toBe('Stop the session: TB-042');
    expect(find('today', ({ words }) => (words.startsWith('Confirm') ? 6 : 0))[0]).toBe('Today');
  });
});
