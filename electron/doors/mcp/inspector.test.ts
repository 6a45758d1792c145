import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openHost } from '../../host/host.ts';
import { readToken } from '../http/read-token.ts';
import { TOOLS } from './tools.ts';

// The protocol's own inspector, from a command line: each call is a process of its own, and they come one by one.

const INSPECTOR = join(
  import.meta.dirname,
  '../../../node_modules/@modelcontextprotocol/inspector-cli/build',
);
const run = promisify(execFile);

// Some fifteen processes.
vi.setConfig({ testTimeout: 120_000 });

const DAY = '2026-02-10';
const WEEK = '2026-W07';

let home: string;
let host: Host;
/** A server as its command line names it: what comes first, and what comes after all options. */
type Server = readonly [first: readonly string[], last: readonly string[]];
let overHttp: Server;
let overStdio: Server;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stint-inspect-'));
  host = await openHost({ home, kind: 'headless', sensor: null });
  const url = (await host.startServing({ port: 0 })).url()!;
  overHttp = [[`${url}/mcp`, '--header', `Authorization: Bearer ${readToken(home)!}`], []];
  overStdio = [[process.execPath], ['--', join(import.meta.dirname, '../../cli.ts'), 'mcp', '--home', home]];
});
afterAll(async () => {
  await host.close();
  rmSync(home, { recursive: true, force: true });
});

async function inspect<Answer>([first, last]: Server, method: string, ...more: string[]): Promise<Answer> {
  const words = [join(INSPECTOR, 'index.js'), ...first, '--method', method, ...more, ...last];
  // It looks for its own package.json from where it stands.
  const { stdout } = await run(process.execPath, words, { cwd: INSPECTOR });
  return JSON.parse(stdout) as Answer;
}

interface Told {
  readonly isError?: boolean;
  readonly structuredContent: Readonly<Record<string, unknown>>;
  readonly content: readonly { readonly text: string }[];
}

const called = new Set<string>();
function call(name: string, input: Readonly<Record<string, string>> = {}, server = overHttp): Promise<Told> {
  called.add(name);
  const pairs = Object.entries(input).flatMap(([key, value]) => ['--tool-arg', `${key}=${value}`]);
  return inspect<Told>(server, 'tools/call', '--tool-name', name, ...pairs);
}

it('lists the same over both wires', async () => {
  const [http, stdio] = await Promise.all(
    [overHttp, overStdio].map((server) => inspect<{ tools: { name: string }[] }>(server, 'tools/list')),
  );
  expect(http?.tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  expect(stdio).toEqual(http);
});

it('drives every tool', async () => {
  const logged = await call('log_time', { text: '2h on TB-042 for review', date: DAY }, overStdio);
  expect(logged.structuredContent).toMatchObject({ ticket: 'TB-042', minutes: 120 });
  const started = await call('start_dev_session', { title: 'TB-042 uploads', type: 'feature' });
  const session = String(started.structuredContent['id']);
  expect(started.structuredContent).toMatchObject({ status: 'active', createdBy: 'inspector-cli' });
  const linked = await call('link_task_to_session', {
    id: session,
    ticket: 'TB-43',
    relationship: 'created',
  });
  expect(linked.content[0]?.text).toContain('TB-43 (created)');
  const ended = await call('end_dev_session', { id: session, summary: 'Uploads work' });
  expect(ended.structuredContent).toMatchObject({ session: { status: 'completed' } });

  await host.perform(['day', 'confirm'], { date: DAY });
  const looks: readonly (readonly [string, Record<string, string>, string])[] = [
    ['today', { date: DAY }, 'totals'],
    ['week', { week: WEEK }, 'days'],
    ['time_on_ticket', { ticket: 'TB-042' }, 'data'],
    ['rd_report', { month: 'this' }, 'data'],
    ['why', { id: String(logged.structuredContent['id']) }, 'entryId'],
    ['list_sessions', { limit: '5', kind: 'development' }, 'sessions'],
    ['ask', { text: 'How much time on TB-042?' }, 'understood'],
  ];
  for (const [name, input, key] of looks) {
    const told = await call(name, input);
    expect([name, told.isError, Object.keys(told.structuredContent)]).toEqual([
      name,
      undefined,
      expect.arrayContaining([key]),
    ]);
  }
  // It has nobody to ask.
  const submitted = await call('submit_timesheet', { week: WEEK });
  expect([submitted.isError, submitted.content[0]?.text]).toEqual([
    true,
    expect.stringContaining('Only the person may do this'),
  ]);
  expect([...called].toSorted()).toEqual(TOOLS.map(({ name }) => name).toSorted());
});

it('reads resources', async () => {
  const { contents } = await inspect<{ contents: { text: string }[] }>(
    overHttp,
    'resources/read',
    '--uri',
    'stint://day/today',
  );
  expect(JSON.parse(contents[0]!.text)).toHaveProperty('totals.minutes');
});
