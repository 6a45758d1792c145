// A week with something of everything, and what a journey looks at on its page.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import { DAYS, WEEK } from './booking-desk.ts';
import type { CommandLine } from './command-line.ts';
import { makeRepository } from './repository.ts';

const STANDUP =
  'UID:daily\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20260202T093000\nDURATION:PT15M\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU';

/** Two days of commits with a meeting on each, a third of writing by hand, and an hour of Tuesday nobody can explain. */
export async function makeWeek(
  stint: CommandLine,
  workspace: string,
  wasThere: (...times: string[]) => Promise<void>,
): Promise<void> {
  const repository = makeRepository(workspace, 'auction');
  repository.commit(`${DAYS[0]}T09:50:00+01:00`, 'TB-042: fix socket');
  repository.commit(`${DAYS[1]}T09:50:00+01:00`, 'TB-051: lock the row');
  await stint.json('repo', 'add', workspace);
  const file = join(workspace, 'team.ics');
  await writeFile(file, calendarOf(STANDUP));
  await stint.json('config', 'set', 'calendar.ics', JSON.stringify([file]));
  const at = (day: string, from: string, to: string) => [`${day}T${from}:00+01:00`, `${day}T${to}:00+01:00`];
  await wasThere(
    ...at(DAYS[0], '09:00', '11:30'),
    ...at(DAYS[1], '09:00', '11:30'),
    ...at(DAYS[1], '14:00', '15:00'),
  );
  await stint.json('log', `8h on TB-060 for the workshop on ${DAYS[2]}`);
}

export const week = (stint: CommandLine, name = WEEK) => stint.json<WeekShape>('week', name);
export const open = (page: Page, name = WEEK) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/week/${name}`);
export const cellOf = (page: Page, ticket: string, column: number): Locator =>
  page.locator(`tr[data-ticket="${ticket}"] td[data-column="${column}"]`);
export const card = (page: Page): Locator => page.locator('.question-card');
export const asked = (page: Page): Locator => card(page).getByRole('heading');
export const answer = (page: Page, name: RegExp | string): Promise<void> =>
  card(page).getByRole('button', { name }).click();
/** What a cell shows, after the names of its sources. */
export const time = (text: string): RegExp => new RegExp(`(^|[a-z])${text}$`);
export const rowOf = async (stint: CommandLine, ticket: string | null) =>
  (await week(stint)).tickets.find((row) => row.ticket === ticket)?.days;
