import { expect, test } from 'vitest';
import type { SettingKey } from './catalogue.ts';
import { CATALOGUE, SETTING_KEYS } from './catalogue.ts';
import { settingForm } from './setting-form.ts';

test.each<[SettingKey, unknown]>([
  ['doors.http', { kind: 'switch' }],
  ['doors.httpPort', { kind: 'number', whole: true, min: 0, max: 65535 }],
  ['time.workingHoursPerDay', { kind: 'number', whole: false, min: 0.5, max: 24 }],
  ['git.maxGap', { kind: 'duration', min: 1, max: 1440 }],
  ['git.credit', { kind: 'choice', values: ['after', 'before'] }],
  ['app.weekDays', { kind: 'choice', values: [5, 7] }],
  ['time.workingDays', { kind: 'weekdays' }],
  ['identity.emails', { kind: 'list', of: 'text' }],
  ['tickets.projects', { kind: 'map' }],
  ['identity.name', { kind: 'text' }],
  [
    'agent.prices',
    {
      kind: 'table',
      columns: [
        { name: 'input', required: true },
        { name: 'output', required: true },
        { name: 'cacheWrite', required: false },
        { name: 'cacheRead', required: false },
      ],
    },
  ],
])('%s is asked for as its schema says', (key, form) => {
  expect(settingForm(key)).toEqual(form);
});

test('every setting has a form that its own default fits', () => {
  const fits = (key: SettingKey): boolean => {
    const { initial } = CATALOGUE[key];
    const form = settingForm(key);
    switch (form.kind) {
      case 'switch':
        return typeof initial === 'boolean';
      case 'choice':
        return form.values.includes(initial as string);
      case 'number':
        return typeof initial === 'number';
      case 'set':
      case 'weekdays':
      case 'list':
        return Array.isArray(initial);
      case 'map':
      case 'lists':
      case 'json':
      case 'table':
        return typeof initial === 'object' && !Array.isArray(initial);
      case 'duration':
      case 'text':
        return typeof initial === 'string';
    }
  };
  expect(SETTING_KEYS.filter((key) => !fits(key))).toEqual([]);
});
