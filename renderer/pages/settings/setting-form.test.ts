import { expect, test } from 'vitest';
import { fits, formOf, isChanged, isPreviewed, valueText } from './setting-form.ts';

const text = { kind: 'text' } as const;

test.each([
  ['calendar.ics', 'source'],
  ['editor.wakatimeKey', 'source'],
  ['app.shortcuts', 'shortcuts'],
  ['a.key.of.a.newer.host', 'text'],
])('%s is edited as %s', (key, kind) => {
  expect(formOf({ key, form: text }).kind).toBe(kind);
});

test('a setting counts as changed when its value differs from the default', () => {
  expect(isChanged({ initial: [], value: [] })).toBe(false);
  expect(isChanged({ initial: [], value: ['me@example.com'] })).toBe(true);
});

test.each([
  ['2h', '2h'],
  [7847, '7847'],
  [false, 'false'],
  [[1, 2], '1, 2'],
  [{ TB: 'Auction', APP: 'Mobile' }, 'TB = Auction; APP = Mobile'],
  [undefined, ''],
])('%j is shown as %j', (value, shown) => {
  expect(valueText(value)).toBe(shown);
});

test('a default is told in the words of its choice', () => {
  expect(valueText('after', (one) => (one === 'after' ? 'Earlier commit' : one))).toBe('Earlier commit');
});

test('what changes a derivation is looked at before it is made', () => {
  for (const key of ['git.credit', 'git.rounding', 'calendar.tentative']) expect(isPreviewed(key)).toBe(true);
  for (const key of ['git.scanMinutes', 'calendar.ics', 'app.theme']) expect(isPreviewed(key)).toBe(false);
});

test('a setting is found by all words that were typed, in any order', () => {
  const setting = { texts: ['git.maxGap', undefined, 'Longest gap', 'Längste Lücke'] };
  expect(fits(setting, 'gap longest')).toBe(true);
  expect(fits(setting, 'LÜCKE')).toBe(true);
  expect(fits(setting, 'maxgap')).toBe(true);
  expect(fits(setting, '')).toBe(true);
  expect(fits(setting, 'gap budget')).toBe(false);
});
