// What stories about booking begin with: a stand-in for Productive on this machine, connected and mapped, and a week of work.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { CommandLine } from './command-line.ts';
import { test as headless } from './headless-story.ts';
import type { FakeEntry, FakeProvider } from './providers/fake-provider.ts';
import type { FakeRequest } from './providers/fake-provider.ts';
import { makeProductive } from './providers/productive.ts';
import type { ServedFake } from './providers/serve-fake.ts';
import { serveFake } from './providers/serve-fake.ts';

/** The Monday to Friday that stories work. */
export const WEEK = '2026-W07';
export const DAYS = ['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13'] as const;
export const UNIT = '11111';

/** Productive, as a story needs it: the service itself, and the way to it. */
export interface Productive {
  readonly fake: FakeProvider;
  readonly served: ServedFake;
}

export const test = headless.extend<{
  readonly productive: Productive;
}>({
  productive: async ({}, use) => {
    const productive = await openProductive();
    await use(productive);
    await productive.served.close();
  },
});
export { expect } from '@playwright/test';

/** Productive with one unit, behind an address of its own. Close it when the story ends. */
export async function openProductive(): Promise<Productive> {
  const fake = makeProductive({ now: () => Date.now() });
  fake.addUnit({ unit: UNIT, name: 'Development', project: 'Portal', customer: 'Acme' });
  return { fake, served: await serveFake(fake) };
}

/** Points Stint at the stand-in and gives it the token on the standard input, as a person pipes a file. */
export async function connect(
  stint: CommandLine,
  { fake, served }: Productive,
  token: string = fake.token,
): Promise<void> {
  await stint.json('config', 'set', 'booking.provider', 'productive');
  await stint.json('config', 'set', 'providers.productive.baseUrl', served.url);
  for (const [name, id] of Object.entries(fake.ids))
    await stint.json('config', 'set', `providers.productive.${name}`, id);
  const said = await stint.tell(`${token}\n`, 'provider', 'connect', 'productive', '--json');
  if (said.code !== 0) throw new Error(`connecting ended with ${said.code}: ${said.stderr}`);
}

/** Works so many hours' worth of entries on each day of the week, and submits it. */
export async function workWeek(stint: CommandLine, entriesADay: number): Promise<void> {
  await stint.json('provider', 'map', 'productive', '--prefix', 'TB', '--unit', UNIT);
  for (const [at, day] of DAYS.entries()) {
    for (let entry = 0; entry < entriesADay; entry += 1) {
      const words = `${30 + 5 * entry}m on TB-${at + 1}0${entry} for piece ${entry} of day ${at + 1} on ${day}`;
      await stint.json('log', words);
    }
    await stint.json('confirm', day);
  }
  await stint.json('submit', WEEK);
}

export const planOf = async (stint: CommandLine, ...more: string[]): Promise<Plan> =>
  stint.json<Plan>('sync', '--plan', '--week', WEEK, ...more);
/** Books the week. What is left over shows in the exit code too, so every one of them will do. @throws without a result. */
export async function sync(stint: CommandLine, ...more: string[]): Promise<SyncResult> {
  const { code, stdout, stderr } = await stint.say('sync', '--week', WEEK, ...more, '--json');
  if (stdout === '') throw new Error(`stint sync ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as SyncResult;
}

/** What is wrong with what the service holds, against what is to be there; empty: every row once, as planned. */
export function unlike(rows: readonly PlanRow[], remote: readonly FakeEntry[]): string[] {
  const there = remote.map(({ date, minutes, unit }) => `${date} ${minutes}m ${unit}`).toSorted();
  const here = rows.map(({ date, minutes, unit }) => `${date} ${minutes}m ${unit}`).toSorted();
  const references = remote.map(({ reference }) => reference);
  return [
    ...here.filter((line, at) => line !== there[at]).map((line) => `not there: ${line}`),
    ...(here.length === there.length ? [] : [`${here.length} here, ${there.length} there`]),
    ...(new Set(references).size === references.length ? [] : ['a reference is there twice']),
    ...(references.includes(null) ? ['one has no reference'] : []),
  ];
}

/** Files of a data folder in which a text stands, the one for tokens left out. */
export async function filesWith(home: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'secrets.json') continue;
    const path = join(entry.parentPath, entry.name);
    // Bytes, not text: a database is no text.
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

/** Processes on whose command line a text stands. Linux only: elsewhere there is nothing to look at. */
export async function commandLinesWith(text: string): Promise<string[]> {
  const processes = await readdir('/proc').catch(() => []);
  const lines = await Promise.all(
    processes
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(text));
}

/** An entry is to be made. */
export const isCreate = ({ method, target }: FakeRequest): boolean =>
  method === 'POST' && target.startsWith('/time_entries');

/** The problem a command told on stderr under `--json`. */
export const errorOf = (stderr: string): { code: string; message: string; remedy: string } =>
  (JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: never }).error;
