import { expect, test } from 'vitest';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { canPause, canRead, safeName, sourcesOf, withoutKey } from './source-facts.ts';

const source = (kind: SourceShape['kind'], state: SourceShape['state'] = 'ready'): SourceShape => ({
  key: `${kind}:1`,
  kind,
  name: kind,
  state,
  detail: '',
  lastReadAt: null,
  today: null,
});

test.each([
  ['https://calendar.google.com/calendar/ical/max%40acme.com/private-0123456789abcdef/basic.ics', 'cdef'],
  ['webcal://p42-caldav.icloud.com/published/2/MTIzNDU2Nzg5MDEyMzQ1Njc4', 'Njc4'],
  ['https://max:secret@example.com/calendar/of-the-team.ics', 'team'],
])('of the address %s only the host and %s are shown', (address, end) => {
  const shown = safeName(address);
  expect(shown.end).toBe(end);
  expect(shown.host).not.toBeNull();
  expect(JSON.stringify(shown)).not.toMatch(/private|published|secret|max/);
});

test('a short address shows nothing of its path', () => {
  expect(safeName('https://example.com/s3cr3t')).toEqual({ host: 'example.com', end: '' });
});

test('a file is shown by its path', () => {
  expect(safeName('/home/max/work.ics')).toEqual({ host: null, end: '/home/max/work.ics' });
});

test('only what is on and does not speak up by itself is read', () => {
  expect(canRead(source('ics'))).toBe(true);
  expect(canRead(source('ics', 'broken'))).toBe(true);
  expect(canRead(source('ics', 'paused'))).toBe(false);
  expect(canRead(source('ics', 'off'))).toBe(false);
  expect(canRead(source('presence'))).toBe(false);
  expect(canRead(source('wakatime'))).toBe(false);
});

test('repositories and presence are not paused', () => {
  expect(['git', 'presence', 'ics', 'claude-code'].map((kind) => canPause(source(kind as 'git')))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(canPause(source('ics', 'off'))).toBe(false);
});

test('every source stands in the part of its kind', () => {
  const all = [source('google'), source('git'), source('ics')];
  expect(sourcesOf(all, 'calendars').map(({ kind }) => kind)).toEqual(['google', 'ics']);
});

test('the key of WakaTime does not stand in its state; errors of plugins do', () => {
  const lines = 'Put these two lines into ~/.wakatime.cfg: [api_urls] ⏎ .* = http://127.0.0.1:1/api/v1|k-e-y';
  expect(withoutKey(lines, 'Ready.')).toBe('Ready.');
  expect(withoutKey(`${lines} Plugins reported 2 errors; see logs.`, 'Ready.')).toBe(
    'Ready. Plugins reported 2 errors; see logs.',
  );
  expect(withoutKey('The HTTP door is shut.', 'Ready.')).toBe('The HTTP door is shut.');
});
