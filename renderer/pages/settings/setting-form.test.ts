import { expect, test } from 'vitest';
import { formOf, isChanged, isPreviewed, mapToText, textToMap, valueText } from './setting-form.ts';

const setting = (key: string, initial: unknown, value: unknown = initial) => ({
  key,
  initial,
  value,
  meaning: '',
  group: 'App',
});

test.each([
  ['doors.http', false, 'switch'],
  ['git.scanMinutes', 5, 'number'],
  ['identity.emails', [], 'list'],
  ['tickets.projects', {}, 'map'],
  ['git.maxGap', '2h', 'text'],
  ['app.theme', 'system', 'choice'],
  ['app.weekDays', 5, 'choice'],
  ['time.workingDays', [1, 2, 3, 4, 5], 'weekdays'],
  ['calendar.leaveOut', [], 'set'],
  ['calendar.ics', [], 'source'],
  ['editor.wakatimeKey', '', 'source'],
  ['agent.prices', {}, 'json'],
  ['a.key.of.a.newer.host', '', 'text'],
])('%s is edited as %s', (key, initial, kind) => {
  expect(formOf(setting(key, initial)).kind).toBe(kind);
});

test('a setting counts as changed when its value differs from the default', () => {
  expect(isChanged(setting('identity.emails', []))).toBe(false);
  expect(isChanged(setting('identity.emails', [], ['me@example.com']))).toBe(true);
});

test('a map is written line by line and read back', () => {
  const map = { TB: 'Auction engine', APP: 'Mobile' };
  expect(mapToText(map)).toBe('TB = Auction engine\nAPP = Mobile');
  expect(textToMap(mapToText(map))).toEqual(map);
  expect(textToMap('\n  TB=x=y \n\n')).toEqual({ TB: 'x=y' });
});

test('a line without a name or a value is refused', () => {
  expect(textToMap('TB')).toBeNull();
  expect(textToMap('= x')).toBeNull();
  expect(textToMap('TB =')).toBeNull();
});

test.each([
  ['2h', '2h'],
  [7847, '7847'],
  [false, 'false'],
  [[1, 2], '1, 2'],
  [{ TB: 'Auction' }, 'TB = Auction'],
  [undefined, ''],
])('%j is shown as %j', (value, text) => {
  expect(valueText(value)).toBe(text);
});

test('what changes a derivation is looked at before it is made', () => {
  for (const key of ['git.credit', 'git.rounding', 'calendar.tentative']) expect(isPreviewed(key)).toBe(true);
  for (const key of ['git.scanMinutes', 'calendar.ics', 'app.theme']) expect(isPreviewed(key)).toBe(false);
});

test('the name of a series may have blanks in it', () => {
  expect(textToMap('Daily stand-up = TB-1')).toEqual({ 'Daily stand-up': 'TB-1' });
});
