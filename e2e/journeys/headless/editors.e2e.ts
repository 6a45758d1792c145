// Editors and tools tell what was worked on: WakaTime's plugins over HTTP, telemetry logs, ActivityWatch's presence.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

interface Day {
  readonly entries: readonly {
    ticket: string | null;
    project: string | null;
    minutes: number;
    source: string;
  }[];
  readonly totals: { readonly minutes: number; readonly untracked: number };
}
interface Source {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  readonly detail: string;
  readonly today: string | null;
}
interface Examination {
  readonly checks: readonly { name: string; detail: string }[];
}

const MINUTE = 60_000;
/** A stretch of yesterday, whatever today is: noon is far from every midnight. */
function yesterday(hour: number, minute = 0): Date {
  const day = new Date(Date.now() - 24 * 60 * MINUTE);
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(day);
  // Berlin is one or two hours ahead; which one shows in its own clock.
  const guess = new Date(
    `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+01:00`,
  );
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit' }).format(
    guess,
  );
  return Number(shown) === hour ? guess : new Date(guess.getTime() - 60 * MINUTE);
}
const linesOf = (day: Day): string[] =>
  day.entries.map((entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source}`).toSorted();

test('plugins of editors find their way by what the doctor says, and become the day', async ({
  stint,
  host,
}) => {
  expect((await stint.json<Source[]>('source', 'list')).find(({ kind }) => kind === 'wakatime')?.state).toBe(
    'off',
  );
  const running = await host();
  const doctor = await stint.json<Examination>('doctor');
  const shown = doctor.checks.find(({ name }) => name === 'editors')?.detail ?? '';
  // What a person pastes into ~/.wakatime.cfg, as wakatime-cli reads it.
  const [, url, key] = /\n\[api_urls\]\n\.\* = (\S+)\|(\S+)$/.exec(shown) ?? [];
  expect(url).toBe(`${running.url}/api/v1`);
  const send = (items: unknown[], secret = key): Promise<Response> =>
    fetch(`${url}/users/current/heartbeats.bulk`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(secret ?? '').toString('base64')}`,
        'content-type': 'application/json',
        'user-agent': 'wakatime/v1.98.1 (linux-6.1) go1.22 vscode/1.85.0 vscode-wakatime/24.2.0',
      },
      body: JSON.stringify(items),
    });
  const start = yesterday(10).getTime();
  const beats = Array.from({ length: 46 }, (_, n) => ({
    time: (start + n * MINUTE) / 1000,
    entity: `/home/max/shop/file-${n % 3}.ts`,
    type: 'file',
    category: 'coding',
    project: 'shop',
    branch: n < 31 ? 'fix/TB-042-socket' : 'main',
    is_write: n % 5 === 0,
  }));
  expect((await send(beats, 'wrong')).status).toBe(401);
  for (let at = 0; at < beats.length; at += 25) {
    const call = beats.slice(at, at + 25);
    for (let time = 0; time < 2; time += 1) {
      const told = await send(call);
      expect(told.status).toBe(201);
      expect(await told.json()).toEqual({ responses: call.map(() => [{ data: null, error: null }, 201]) });
    }
  }
  const day = await stint.json<Day>('day', 'yesterday');
  expect(linesOf(day)).toEqual(['- 14 ide', 'TB-042 31 ide']);
  expect(day.entries.find(({ ticket }) => ticket === null)?.project).toBe('shop');

  // Paused: taken, so that the plugin keeps no queue, and not kept.
  await stint.json('source', 'pause', 'wakatime');
  expect((await send([{ ...beats[0], time: (start + 50 * MINUTE) / 1000 }])).status).toBe(201);
  await stint.json('source', 'resume', 'wakatime');
  expect(linesOf(await stint.json<Day>('day', 'yesterday'))).toEqual(linesOf(day));

  const bar = await fetch(`${url}/users/current/statusbar/today`, {
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
  });
  expect(await bar.json()).toMatchObject({ data: { grand_total: { total_seconds: 0, text: '0 mins' } } });
});

test('logs of tools in a repository, and those of the command line, become the day', async ({
  stint,
  workspace,
  home,
}) => {
  const repository = makeRepository(workspace, 'shop');
  await stint.json('repo', 'add', repository.path);
  const folder = join(repository.path, '.tract', 'time', '.telemetry');
  mkdirSync(folder, { recursive: true });
  const date = yesterday(9).toISOString().slice(0, 10);
  const log = join(folder, `max-${date}.jsonl`);
  const write = (hour: number, minute: number, ticket: string, tool: string, event: string): void =>
    appendFileSync(
      log,
      `${JSON.stringify({ ts: yesterday(hour, minute).toISOString(), ticket, tool, event })}\n`,
    );
  // Document 4 §2.3, word for word but for the day.
  write(9, 0, 'TB-042', 'copilot-cli', 'start');
  write(10, 30, 'TB-042', 'copilot-cli', 'stop');
  write(10, 30, 'APP-019', 'cursor', 'start');
  expect(linesOf(await stint.json<Day>('day', 'yesterday'))).toEqual(['TB-042 90 ide']);
  appendFileSync(log, 'no line at all\n');
  write(12, 0, 'APP-019', 'cursor', 'stop');
  expect(linesOf(await stint.json<Day>('day', 'yesterday'))).toEqual(['APP-019 90 ide', 'TB-042 90 ide']);
  const sources = await stint.json<Source[]>('source', 'list');
  expect(sources.find(({ name }) => name === 'Telemetry log of shop')).toMatchObject({
    state: 'ready',
    detail: 'Read whenever a day is looked at; 1 line told nothing and was skipped.',
  });

  await stint.json('telemetry', 'start', 'TB-7', '--tool', 'vim');
  expect(await stint.json('telemetry', 'stop', 'TB-7', '--tool', 'vim')).toMatchObject({
    tool: 'vim',
    ticket: 'TB-7',
  });
  const own = (await stint.json<Source[]>('source', 'list')).find(({ key }) => key === 'telemetry:own');
  expect(own).toMatchObject({ state: 'ready', today: '2 lines' });
  // A tool that knows nothing of Stint but this folder appends to it: what it began long ago ends now.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
  const ownLog = join(home, 'telemetry', `max-${today}.jsonl`);
  expect(readFileSync(ownLog, 'utf8').trim().split('\n')).toHaveLength(2);
  appendFileSync(
    ownLog,
    `{"ts":"${yesterday(14).toISOString()}","ticket":"TB-8","tool":"make","event":"start"}\n`,
  );
  appendFileSync(
    ownLog,
    `{"ts":"${yesterday(14, 25).toISOString()}","ticket":"TB-8","tool":"make","event":"stop"}\n`,
  );
  expect(linesOf(await stint.json<Day>('day', 'yesterday'))).toContain('TB-8 25 ide');

  expect((await stint.say('telemetry', 'start', 'whatever')).code).toBe(2);
});

test('presence of another machine comes in from ActivityWatch, once', async ({ stint, workspace }) => {
  const file = join(workspace, 'aw-buckets-export.json');
  const event = (hour: number, minutes: number, status: string) => ({
    timestamp: yesterday(hour).toISOString(),
    duration: minutes * 60,
    data: { status },
  });
  const buckets = {
    'aw-watcher-afk_laptop': {
      id: 'aw-watcher-afk_laptop',
      type: 'afkstatus',
      events: [event(11, 30, 'afk'), event(9, 120, 'not-afk')],
    },
    'aw-watcher-window_laptop': {
      type: 'currentwindow',
      events: [{ ...event(9, 5, ''), data: { app: 'Word', title: 'Confidential' } }],
    },
  };
  await writeFile(file, JSON.stringify({ buckets }));
  const first = await stint.json<{ spans: number; skipped: string[] }>('import', 'activitywatch', file);
  expect(first.spans).toBe(2);
  expect(first.skipped).toEqual([
    'aw-watcher-window_laptop: tells nothing of presence, so it was left alone',
  ]);
  expect((await stint.json<{ spans: number }>('import', 'activitywatch', file)).spans).toBe(0);
  expect((await stint.json<Day>('day', 'yesterday')).totals).toMatchObject({ minutes: 0, untracked: 120 });
  await writeFile(file, '{"nothing": true}');
  expect((await stint.say('import', 'activitywatch', file)).code).toBe(2);
});
