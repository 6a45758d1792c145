import { describe, expect, it } from 'vitest';
import type { SettingKey } from './catalogue.ts';
import { CATALOGUE, defaultSettings, isSettingKey, SETTING_KEYS } from './catalogue.ts';

const accepts = (key: SettingKey, value: unknown): boolean => CATALOGUE[key].schema.safeParse(value).success;

describe('the catalogue of settings', () => {
  it.each(SETTING_KEYS)('%s: what it starts with is allowed, and it says what it means', (key) => {
    expect(accepts(key, CATALOGUE[key].initial)).toBe(true);
    expect(CATALOGUE[key].meaning).toMatch(/\.$/);
  });

  it('somebody who changed nothing has the values of the design', () => {
    expect(defaultSettings()).toMatchObject({
      'time.workingHoursPerDay': 8,
      'git.maxGap': '2h',
      'git.defaultSession': '30m',
      'git.rounding': '15m',
      'git.roundingMode': 'nearest',
      'git.credit': 'after',
      'presence.heartbeatSeconds': 30,
      'presence.idleMinutes': 5,
      'tickets.prefixes': [],
    });
  });

  it('knows its keys, and only those', () => {
    expect(isSettingKey('git.credit')).toBe(true);
    expect(['constructor', '__proto__', 'git', ''].some(isSettingKey)).toBe(false);
  });

  it.each<[SettingKey, unknown, string]>([
    ['git.maxGap', '0m', 'below a minute'],
    ['git.maxGap', '25h', 'longer than a day'],
    ['git.maxGap', '1d', 'how long a day is, is a setting of its own'],
    ['git.maxGap', '-2h', 'negative'],
    ['git.maxGap', 'soon', 'no duration'],
    ['git.maxGap', 120, 'a number, where text is kept'],
    ['git.rounding', '3h', 'coarser than anybody rounds'],
    ['git.credit', 'both', 'no such rule'],
    ['presence.heartbeatSeconds', 301, 'above the ceiling of the documents'],
    ['presence.heartbeatSeconds', 0, 'never'],
    ['presence.idleMinutes', 2.5, 'half a minute'],
    ['time.zone', 'Mars/Olympus', 'no such zone'],
    ['time.zone', '+01:00', 'an offset knows no summer time'],
    ['time.workingHoursPerDay', 25, 'longer than a day'],
    ['time.workingDays', [0], 'no such weekday'],
    ['tickets.prefixes', ['tb'], 'prefixes are capitals'],
    ['tickets.prefixes', ['T'], 'one letter'],
    ['identity.user', '../anna', 'a path'],
    ['identity.user', '..', 'dots alone, which are a folder'],
    ['doors.httpPort', 70_000, 'no such port'],
  ])('%s refuses %j: %s', (key, value) => {
    expect(accepts(key, value)).toBe(false);
  });

  it.each<[SettingKey, unknown]>([
    ['time.zone', 'Pacific/Apia'],
    ['time.zone', ''],
    ['time.workingHoursPerDay', 7.7],
    ['identity.user', 'jörg.müller'],
    ['git.maxGap', '90m'],
    ['git.defaultSession', '0m'],
    ['git.rounding', '1m'],
    ['presence.heartbeatSeconds', 300],
    ['tickets.prefixes', ['TB', 'APP2']],
  ])('%s takes %j', (key, value) => {
    expect(accepts(key, value)).toBe(true);
  });
});
