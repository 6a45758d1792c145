import { beforeAll, expect, test } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { parseInstant } from '../../values/instant.ts';
import { addDays } from '../../values/local-day.ts';
import { addWeeks, weekOf } from '../../values/iso-week.ts';
import { bookingStates } from '../booking/booking-states.ts';
import { listDevSessions } from '../dev-sessions/list.ts';
import { showDevReport } from '../dev-sessions/report.ts';
import { showDay } from '../show-day.ts';
import { showWeek } from '../week.ts';
import { CALENDAR_FILE, PERSON } from './company.ts';
import { fillDemo } from './fill.ts';
import type { MadeUpWeeks } from './made-up.ts';
import { makeUpWeeks } from './made-up.ts';

const ZONE = 'Europe/Berlin';
const NOW = '2026-11-19T16:42:00+01:00';
let world: MemoryWorld;
let weeks: MadeUpWeeks;

beforeAll(async () => {
  world = memoryWorld(NOW, ZONE);
  weeks = makeUpWeeks(1, parseInstant(NOW)!, ZONE);
  world.files.texts.set(CALENDAR_FILE, weeks.calendar);
  await fillDemo(world, weeks);
});

test('a week is submitted and booked, one is reviewed, one is open', async () => {
  const week = weekOf(weeks.monday);
  const statuses = async (n: number) =>
    (await showWeek(world, { week: addWeeks(week, n) })).days.slice(0, 5).map((day) => day.status);
  expect(await statuses(0)).toEqual(['submitted', 'submitted', 'submitted', 'submitted', 'submitted']);
  expect(await statuses(1)).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed', 'reviewed']);
  expect(await statuses(2)).toEqual(['reviewed', 'draft', 'draft', 'draft', 'draft']);
  const states = await bookingStates(world, { week });
  expect(states.length).toBeGreaterThan(15);
  expect(new Set(states.map((one) => one.state))).toEqual(new Set(['booked']));
});

test('every whole day has about what a working day has', async () => {
  for (const day of weeks.days.slice(0, 10)) {
    const { totals } = await showDay(world, { date: day.date });
    expect(totals.minutes).toBeGreaterThanOrEqual(6 * 60);
    expect(totals.minutes).toBeLessThan(9.25 * 60);
  }
});

test('the week at hand has gaps and questions', async () => {
  const tuesday = await showDay(world, { date: addDays(weeks.monday, 15) });
  expect(tuesday.totals.untracked).toBeGreaterThan(40);
  const today = await showDay(world, { date: weeks.today });
  expect(today.status).toBe('draft');
  expect(today.entries.filter((entry) => entry.unallocated).map((entry) => entry.description)).toContain(
    'Customer call: Port of Ellinghavn',
  );
});

test('nobody outside was asked for anything', () => {
  expect(world.http.requests).toEqual([]);
  expect(world.git.scans).toBe(0);
});

test('development sessions of every kind were led beside the days; one is paused, one runs', async () => {
  const { sessions, next } = await listDevSessions(world, { limit: 100 });
  expect(next).toBeNull();
  expect(new Set(sessions.map(({ type }) => type)).size).toBe(5);
  expect(sessions.filter(({ status }) => status !== 'completed').map(({ status }) => status)).toEqual([
    'active',
    'paused',
  ]);
  const done = sessions.filter(({ status }) => status === 'completed');
  const led = done.filter(({ createdBy }) => createdBy === PERSON.user);
  expect(led.length).toBe(done.length - 1);
  expect(led.every(({ commits, linesAdded }) => commits > 0 && linesAdded > 0)).toBe(true);
  expect(done.filter(({ costUsd }) => costUsd > 0).length).toBeGreaterThan(4);
  const { markdown } = await showDevReport(world, { id: led[0]!.id });
  expect(markdown).toContain('## Git Commits');
});
