// A made-up week on a clock of its own, the same everywhere: what pictures are taken of and what axe reads.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { DayShape } from '#shared/contract/shapes.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import { hookInput } from '#shared/sources/claude-code/hook-events.fixture.ts';
import { PROJECT } from './app.ts';
import { connect, type Productive } from './booking-desk.ts';
import { commandLine, type CommandLine } from './command-line.ts';
import { ME, makeRepository, type TestRepository } from './repository.ts';

/** The moment the week is looked at: a Thursday, towards evening. */
export const NOW = '2026-02-12T16:40:00+01:00';
export const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY] = [
  '2026-02-09',
  '2026-02-10',
  '2026-02-11',
  '2026-02-12',
] as const;

const TITLES = {
  'TB-042': 'Reconnect the socket after sleep',
  'TB-051': 'Bids arrive twice under load',
  'APP-019': 'Log in with OAuth',
  'APP-027': 'Search in the archive is slow',
} as const;

const MEETINGS = [
  'UID:daily\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20260202T093000\nDURATION:PT15M\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'UID:refine\nSUMMARY:Refinement APP-019\nDTSTART;TZID=Europe/Berlin:20260203T140000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY',
  'UID:retro\nSUMMARY:Retrospective\nDTSTART;TZID=Europe/Berlin:20260212T130000\nDURATION:PT45M',
] as const;

/** Surroundings in which programs believe that it is `at`, nearly standing still. */
export function clockAt(at: string): Record<string, string> {
  return {
    SLOW_CLOCK: `${Date.parse(at)},${Date.now()}`,
    NODE_OPTIONS: `--import=${pathToFileURL(join(PROJECT, 'e2e', 'world', 'slow-clock.mjs')).href}`,
  };
}

/** Fills an empty data folder with the week. The host is started afterwards, with `clockAt(NOW)`. */
export async function makeShownWeek(home: string, workspace: string, productive: Productive): Promise<void> {
  const at = (moment: string): CommandLine => commandLine(home, clockAt(moment));
  const stint = at(NOW);
  await stint.json('config', 'set', 'identity.user', 'max');
  await stint.json('config', 'set', 'identity.name', 'Max Mustermann');
  await stint.json('config', 'set', 'identity.emails', JSON.stringify([ME]));
  await stint.json('config', 'set', 'time.zone', 'Europe/Berlin');
  await stint.json('config', 'set', 'app.language', 'en');

  await repositories(workspace);
  await stint.json('repo', 'add', workspace);
  const calendar = join(workspace, 'team.ics');
  await writeFile(calendar, calendarOf(...MEETINGS));
  await stint.json('config', 'set', 'calendar.ics', JSON.stringify([calendar]));
  await presence(home);
  await tools(at, join(workspace, 'auction'));

  await stint.json('log', '7h30m on TB-042 for pairing on 2026-02-06');
  await stint.json('log', '1h on APP-027 for reading the query plan on Monday');
  await stint.json('log', '45m reading the specification on Thursday');
  await connect(stint, productive);
  await stint.json('provider', 'map', 'productive', '--prefix', 'TB', '--unit', '11111');
  // Now, however long it takes: a day that is only looked at does not wait for slow sources.
  await stint.json('source', 'read');
  for (const date of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]) {
    const { entries } = await stint.json<DayShape>('derive', date);
    if (!entries.some(({ source }) => source === 'calendar')) throw new Error(`${date} has no meetings`);
  }
  for (const date of ['2026-02-06', MONDAY, TUESDAY]) await stint.json('confirm', date, '--unallocated');
  await stint.json('submit', '2026-W06');
}

async function repositories(workspace: string): Promise<void> {
  const auction = makeRepository(workspace, 'auction');
  const app = makeRepository(workspace, 'bidder-app');
  for (const { path } of [auction, app]) {
    const folder = join(path, '.tract', 'tickets');
    mkdirSync(folder, { recursive: true });
    for (const [id, title] of Object.entries(TITLES))
      await writeFile(join(folder, `${id}.md`), `---\nid: ${id}\ntitle: ${title}\n---\n`);
  }
  const on = (repository: TestRepository, date: string, ...commits: readonly [string, string][]): void => {
    for (const [clock, subject] of commits) repository.commit(`${date}T${clock}:00+01:00`, subject);
  };
  on(
    auction,
    MONDAY,
    ['09:20', 'TB-042: fix socket config'],
    ['10:45', 'TB-042: add test'],
    ['12:10', 'TB-042: wait for the network'],
  );
  on(app, MONDAY, ['14:30', 'APP-019: update OAuth flow'], ['16:10', 'APP-019: refresh tokens']);
  on(
    auction,
    TUESDAY,
    ['09:05', 'TB-051: find the double bid'],
    ['11:20', 'TB-051: lock per lot'],
    ['15:40', 'TB-051: tell it in a test'],
  );
  on(app, TUESDAY, ['16:50', 'APP-019: log out everywhere']);
  on(auction, WEDNESDAY, ['09:40', 'TB-051: measure under load'], ['11:55', 'TB-051: fewer locks']);
  on(app, WEDNESDAY, ['14:20', 'APP-027: index the archive'], ['15:30', 'APP-027: page the results']);
  on(
    auction,
    THURSDAY,
    ['09:15', 'TB-042: fix regression'],
    ['10:05', 'TB-042: update docs'],
    ['11:30', 'TB-051: review'],
  );
  on(app, THURSDAY, ['14:25', 'APP-019: ask for consent again'], ['15:50', 'APP-019: say why it failed']);
}

/** When the person sat at the machine. */
async function presence(home: string): Promise<void> {
  const spans = [MONDAY, TUESDAY, WEDNESDAY].flatMap((date) => [
    [date, '08:45', '12:25'],
    [date, '13:20', '17:05'],
  ]);
  spans.push([THURSDAY, '08:40', '11:50'], [THURSDAY, '13:00', '16:35']);
  const times = spans.flatMap(([date, from, to]) => [`${date}T${from}:00+01:00`, `${date}T${to}:00+01:00`]);
  const program = join(PROJECT, 'e2e', 'world', 'put-presence.ts');
  await promisify(execFile)(process.execPath, [program, home, 'max', 'Europe/Berlin', ...times], {
    cwd: PROJECT,
  });
}

/** Editor, agent and sessions of Thursday. The last session still runs. */
async function tools(at: (moment: string) => CommandLine, repository: string): Promise<void> {
  const thursday = (clock: string): CommandLine => at(`${THURSDAY}T${clock}:00+01:00`);
  await thursday('09:00').json('telemetry', 'start', 'TB-042', '--tool', 'vscode');
  await thursday('10:10').json('telemetry', 'stop', 'TB-042', '--tool', 'vscode');
  for (const [clock, event] of [
    ['10:15', 'SessionStart'],
    ['10:16', 'UserPromptSubmit'],
    ['10:24', 'PostToolUse'],
    ['10:33', 'PostToolUse'],
    ['10:41', 'Stop'],
  ] as const) {
    const told = hookInput(event, { session_id: 'ses-1', cwd: repository });
    await thursday(clock).tell(JSON.stringify(told), 'hook', 'claude');
  }
  await thursday('10:50').json('start', 'TB-051', 'review with Anna');
  await thursday('11:25').json('stop');
  await thursday('16:05').json('start', 'APP-019', 'consent page');
}
