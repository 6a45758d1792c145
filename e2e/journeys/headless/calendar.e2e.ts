import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DayShape } from '#shared/contract/shapes.ts';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import { GOOGLE, OUTLOOK } from '#shared/sources/ics/sample-calendars.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

const DAY = '2026-02-10';
const linesOf = (day: DayShape): string[] =>
  day.entries.map((entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source} ${entry.description}`);
const dayOf = (stint: CommandLine, date = DAY): Promise<DayShape> => stint.json<DayShape>('day', date);
const useCalendars = (stint: CommandLine, ...places: string[]): Promise<unknown> =>
  stint.json('config', 'set', 'calendar.ics', JSON.stringify(places));

test('a day shows its meetings: those that were accepted, with the ticket of the title', async ({
  stint,
  home,
}) => {
  const [google, outlook] = [join(home, 'google.ics'), join(home, 'outlook.ics')];
  await writeFile(google, GOOGLE);
  await writeFile(outlook, OUTLOOK);
  await useCalendars(stint, google, outlook);
  const day = await dayOf(stint);
  expect(linesOf(day)).toEqual([
    'APP-019 60 calendar Refinement APP-019',
    'TB-042 15 calendar Standup TB-042 – verschoben',
  ]);
  expect(day.entries[0]).toMatchObject({
    unallocated: false,
    project: 'APP',
    rawMinutes: 60,
    startedAt: '2026-02-10T09:00:00.000Z',
    endedAt: '2026-02-10T10:00:00.000Z',
  });
  // The other week the series goes on at another time; on whole days, and on those declined, nothing is booked.
  expect(linesOf(await dayOf(stint, '2026-02-17'))).toEqual(['APP-019 60 calendar Refinement APP-019']);
  expect(linesOf(await dayOf(stint, '2026-02-11'))).toEqual([]);
});

test('a meeting takes its time from git; without a ticket it is unallocated until its series has one', async ({
  stint,
  home,
  workspace,
}) => {
  const repository = makeRepository(workspace, 'shop');
  repository.commit(`${DAY}T09:00:00+01:00`, 'TB-042: start');
  repository.commit(`${DAY}T11:00:00+01:00`, 'TB-042: go on');
  const file = join(home, 'own.ics');
  const weekly =
    'UID:weekly\nSUMMARY:Jour fixe\nDTSTART;TZID=Europe/Berlin:20260203T093000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';
  await writeFile(file, calendarOf(weekly));
  await stint.json('repo', 'add', workspace);
  await useCalendars(stint, file);
  const day = await dayOf(stint);
  expect(linesOf(day)).toContain('- 60 calendar Jour fixe');
  expect(day.totals.minutes).toBe(180);
  const meeting = day.entries.find(({ source }) => source === 'calendar')!;
  expect(meeting).toMatchObject({ unallocated: true, ticket: null });

  await stint.json('calendar', 'series', meeting.id, 'APP-100');
  expect(linesOf(await dayOf(stint))).toContain('APP-100 60 calendar Jour fixe');
  expect(linesOf(await dayOf(stint, '2026-02-03'))).toEqual(['APP-100 60 calendar Jour fixe']);

  expect(await stint.json('calendar', 'attend', meeting.id, '--no-attended')).toEqual({
    date: DAY,
    attended: false,
  });
  expect(linesOf(await dayOf(stint))).toEqual(['TB-042 180 git start; go on']);
  await stint.json('calendar', 'attend', meeting.evidence[0]!.ref);
  expect(linesOf(await dayOf(stint))).toContain('APP-100 60 calendar Jour fixe');

  await stint.json('confirm', DAY);
  await stint.json('submit', '2026-W07');
  const late = await stint.say('calendar', 'attend', meeting.evidence[0]!.ref, '--no-attended', '--json');
  expect(late.code).toBe(3);
  expect(late.stderr).toContain('submitted');
});

test('nine o’clock stays nine o’clock over the change of clocks', async ({ stint, home }) => {
  const file = join(home, 'own.ics');
  const nine =
    'UID:1\nSUMMARY:TB-1 nine\nDTSTART;TZID=W. Europe Standard Time:20260323T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY';
  await writeFile(file, calendarOf(nine));
  await useCalendars(stint, file);
  const starts = await Promise.all(
    ['2026-03-23', '2026-03-30'].map(async (date) => (await dayOf(stint, date)).entries[0]?.startedAt),
  );
  expect(starts).toEqual(['2026-03-23T08:00:00.000Z', '2026-03-30T07:00:00.000Z']);
});

test('a calendar by secret address is asked only for what changed, and what it told outlives it', async ({
  stint,
  home,
}) => {
  const served = await serveCalendar(
    calendarOf('UID:1\nSUMMARY:TB-7 call\nDTSTART:20260210T130000Z\nDURATION:PT30M'),
  );
  await useCalendars(stint, `${served.base}/private-5eCr3t/basic.ics`);
  expect(linesOf(await dayOf(stint))).toEqual(['TB-7 30 calendar TB-7 call']);
  await stint.json('source', 'read');
  expect(served.statuses).toEqual([200, 304]);

  await new Promise((resolve) => served.server.close(resolve));
  await stint.json('source', 'read');
  const day = await dayOf(stint);
  expect(linesOf(day)).toEqual(['TB-7 30 calendar TB-7 call']);
  expect(day.warnings.join()).toContain('127.0.0.1');
  const sources = await stint.json<SourceShape[]>('source', 'list');
  expect(sources.find(({ kind }) => kind === 'ics')).toMatchObject({ state: 'broken' });
  const logs = await readdir(join(home, 'logs'));
  const said = await Promise.all(logs.map((name) => readFile(join(home, 'logs', name), 'utf8')));
  expect(JSON.stringify([sources, day, said])).not.toContain('5eCr3t');
  expect(said.join()).not.toContain('TB-7 call');
});

test('bad calendars are told in words and spoil no day', async ({ stint, home }) => {
  const [bad, hostile, good] = ['bad.ics', 'hostile.ics', 'good.ics'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(bad, '<!doctype html><title>Sign in</title>');
  await writeFile(
    hostile,
    calendarOf(
      'UID:1\nSUMMARY:for ever\nDTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY',
      'UID:2\nSUMMARY:never\nDTSTART:20000101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'UID:3\nSUMMARY:nonsense\nDTSTART:x',
    ),
  );
  await writeFile(good, calendarOf('UID:1\nSUMMARY:TB-1 real\nDTSTART:20260210T090000Z\nDURATION:PT1H'));
  await useCalendars(stint, bad, hostile, good, join(home, 'gone.ics'));
  const day = await dayOf(stint);
  expect(linesOf(day)).toEqual(['TB-1 60 calendar TB-1 real']);
  const sources = await stint.json<SourceShape[]>('source', 'list');
  const told = (name: string) => sources.find((source) => source.name === name);
  expect(told('bad.ics')).toMatchObject({
    state: 'broken',
    detail: expect.stringContaining('no calendar'),
  });
  expect(told('gone.ics')).toMatchObject({ state: 'broken' });
  expect(told('hostile.ics')).toMatchObject({
    state: 'ready',
    detail: expect.stringMatching(/1 event left out for not being readable.*1 event left out for repeating/),
  });
  await rm(good);
  expect(linesOf(await dayOf(stint))).toEqual(['TB-1 60 calendar TB-1 real']);
});

/** A calendar on this machine, with an entity tag. */
async function serveCalendar(text: string): Promise<{ base: string; statuses: number[]; server: Server }> {
  const statuses: number[] = [];
  const server = createServer(({ headers }, response) => {
    const status = headers['if-none-match'] === '"1"' ? 304 : 200;
    statuses.push(status);
    response.writeHead(status, { etag: '"1"', connection: 'close' }).end(status === 200 ? text : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, statuses, server };
}
