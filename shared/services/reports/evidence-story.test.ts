import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import {
  aCommit,
  aDay,
  adding,
  anEntry,
  aRepository,
  aSession,
  at,
  day,
  id,
  next,
  step,
  store,
  ticket,
} from '../../ports/sample-rows.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import { minutes } from '../../values/minutes.ts';
import { showReport } from './write-report.ts';

const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
const decoder = new TextDecoder();
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A made-up February: a story with commits, a session, a correction; a bug; somebody else's work. */
let world: MemoryWorld;
beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'ann' });
  const { stores, clock } = world;
  await stores.ticketFacts.put([
    someFacts('TB-042', { type: 'story', title: 'Headless mode', labels: [] }),
    someFacts('TB-007', { type: 'bug', title: 'Typo', labels: [] }),
  ]);
  world.audit.commits.push(aCommit(HASH), aCommit('ffff', { subject: 'of nobody' }));
  await store(stores, { noun: 'repository', before: null, after: aRepository(900, { name: 'shop' }) });
  await store(stores, { noun: 'session', before: null, after: aSession(50) });
  const evidence = [{ ...anEntry(1).evidence[0]!, ref: HASH }];
  const written = anEntry(1, { commits: [HASH], evidence, state: 'accepted' });
  await store(stores, adding(written));
  await store(
    stores,
    adding(anEntry(2, { ticket: ticket('TB-007'), key: 'git:TB-007', commits: [], evidence: [] })),
  );
  clock.jumpTo(at('2026-02-12T09:00:00Z'));
  await stores.ledger.commit(
    step(
      [{ noun: 'entry', before: written, after: next(written, { description: '=edited', state: 'edited' }) }],
      {
        operation: 'entry.edit',
      },
    ),
  );
  const late = anEntry(3, {
    minutes: minutes(30),
    commits: [],
    evidence: [],
    source: 'timer',
    key: `timer:${id(50)}`,
  });
  await store(stores, adding(late), {
    noun: 'day',
    before: null,
    after: aDay('2026-02-10', { status: 'submitted' }),
  });
  const correction = { reason: 'lunch was counted', of: id(1) };
  await stores.ledger.commit(
    step([adding(anEntry(4, { minutes: minutes(-15), correction, commits: [], evidence: [], key: null }))], {
      operation: 'entry.correct',
    }),
  );
  await store(
    stores,
    adding(
      anEntry(5, { user: 'bob', minutes: minutes(45), commits: [], evidence: [], date: day('2026-02-11') }),
    ),
    adding(
      anEntry(6, {
        minutes: minutes(1),
        date: day('2026-02-11'),
        key: 'x',
        state: 'accepted',
        commits: [],
        evidence: [],
      }),
    ),
  );
  clock.jumpTo(at('2026-03-02T09:00:00Z'));
});

async function pack(asked: object = {}): Promise<Record<string, Uint8Array>> {
  const { file } = await showReport(world, 'rd', { month: '2026-02', evidence: true, user: 'ann', ...asked });
  return unzipSync(Uint8Array.from(Buffer.from(file!.base64!, 'base64')));
}
const textOf = (files: Record<string, Uint8Array>, path: string): string => decoder.decode(files[path]);
const rowsOf = (files: Record<string, Uint8Array>, path: string): Record<string, string>[] => {
  const [head = '', ...lines] = textOf(files, path).trimEnd().split('\r\n');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, n) => [head.split(',')[n]!, cell])),
  );
};

describe('the evidence pack', () => {
  it('holds the report and what it rests on, and nothing of what does not qualify', async () => {
    const files = await pack();
    expect(Object.keys(files).toSorted()).toEqual([
      'README.txt',
      'SHA256SUMS',
      'commits.csv',
      'contemporaneity.json',
      'corrections.csv',
      'entries.csv',
      'log/chain.csv',
      'log/head.json',
      'log/records.jsonl',
      'manifest.json',
      'report/rd-ann-2026-02.csv',
      'report/rd-ann-2026-02.html',
      'report/rd-ann-2026-02.json',
      'sessions.csv',
      'tickets/TB-042.json',
    ]);
    expect(rowsOf(files, 'entries.csv').map(({ entry }) => entry)).toEqual([id(1), id(3), id(4), id(6)]);
    expect(rowsOf(files, 'sessions.csv')).toMatchObject([{ session: id(50), ticket: 'TB-042' }]);
    expect(rowsOf(files, 'corrections.csv')).toMatchObject([
      { entry: id(4), reason: 'lunch was counted', corrects: id(1), time_minutes: '-15' },
    ]);
    expect(JSON.parse(textOf(files, 'contemporaneity.json'))).toEqual({
      minutes: 91,
      captured_same_day_minutes: 60,
      captured_same_day_percentage: 65.9,
      same_day_minutes: 60,
      same_day_percentage: 65.9,
      within_seven_days_minutes: 91,
      within_seven_days_percentage: 100,
      correction_minutes: -15,
      changed_entries: 1,
    });
    // Words of people never become a formula.
    expect(textOf(files, 'entries.csv')).toContain("'=edited");
  });

  it('lets an hour be followed to its commit, and to who wrote it down when', async () => {
    const files = await pack();
    const report = JSON.parse(textOf(files, 'report/rd-ann-2026-02.json')) as {
      by_category: { research_and_development: { projects: { TB: { tickets: { id: string }[] } } } };
    };
    const [found] = report.by_category.research_and_development.projects.TB.tickets;
    const [entry] = rowsOf(files, 'entries.csv').filter((row) => row['ticket'] === found!.id);
    expect(entry).toMatchObject({
      time_minutes: '60',
      captured_at: '2026-02-10T09:15:00.000Z',
      created_at: '2026-02-10T17:00:00.000Z',
      changed_at: '2026-02-12T09:00:00.000Z',
      same_day: 'yes',
    });
    const [commit] = rowsOf(files, 'commits.csv').filter(({ hash }) => hash === entry!['commits']);
    expect(commit).toMatchObject({ hash: HASH, repository: 'shop', entry: entry!['entry'] });
    expect(textOf(files, 'README.txt')).toContain(`rests on commit ${HASH}`);
    const records = textOf(files, 'log/records.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const own = records.filter(({ seq }) => entry!['log']!.split(' ').includes(String(seq)));
    expect(own.map(({ operation }) => operation)).toEqual(['entry.add', 'entry.edit']);
  });

  it('has records whose hashes an inspector can make, and a chain without a gap', async () => {
    const files = await pack();
    const records = textOf(files, 'log/records.jsonl').trimEnd().split('\n');
    expect(records.length).toBe(5);
    let withheld = 0;
    for (const line of records) {
      const r = JSON.parse(line) as Record<string, unknown>;
      withheld += r['changes'] === null ? 1 : 0;
      const text = JSON.stringify(
        'seq id at origin actor operation why changes undoes redoes standing previous'
          .split(' ')
          .map((name) => r[name]),
      );
      if (r['changes'] !== null) expect(sum(new TextEncoder().encode(text))).toBe(r['hash']);
    }
    // The last step is about bob too.
    expect(withheld).toBe(1);
    const chain = rowsOf(files, 'log/chain.csv');
    for (const [n, link] of chain.entries()) if (n > 0) expect(link['previous']).toBe(chain[n - 1]!['hash']);
    expect(chain.map(({ seq }) => seq)).toEqual(['3', '4', '5', '6', '7', '8'].slice(0, chain.length));
  });

  it('finds out a file that was changed', async () => {
    const files = await pack();
    const { files: listed } = JSON.parse(textOf(files, 'manifest.json')) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    const wrong = (): string[] =>
      listed.filter(({ path, sha256 }) => sum(files[path]!) !== sha256).map(({ path }) => path);
    expect(listed.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'manifest.json' && path !== 'SHA256SUMS')
        .toSorted(),
    );
    expect(wrong()).toEqual([]);
    for (const line of textOf(files, 'SHA256SUMS').trimEnd().split('\n')) {
      const [expected, path] = line.split('  ');
      expect(sum(files[path!]!)).toBe(expected);
    }
    files['entries.csv']![40]! ^= 1;
    expect(wrong()).toEqual(['entries.csv']);
  });

  it('is the same file for the same data, and another one for everybody', async () => {
    const of = async (asked: object) =>
      (await showReport(world, 'rd', { month: '2026-02', evidence: true, ...asked })).file;
    expect(await of({ user: 'ann' })).toEqual(await of({ user: 'ann' }));
    expect((await of({ user: 'ann' }))?.name).toBe('rd-ann-2026-02-evidence.zip');
    const all = await pack({ user: 'all' });
    expect(rowsOf(all, 'entries.csv').map(({ user }) => user)).toContain('bob');
    expect(textOf(all, 'log/records.jsonl')).not.toContain('"changes":null');
    const own = Object.entries(await pack());
    for (const [path, bytes] of own)
      expect([path, decoder.decode(bytes).includes('bob')]).toEqual([path, false]);
    expect(textOf(await pack({ language: 'de' }), 'README.txt')).toContain('Wie du eine Stunde');
  });

  it('is of the R&D report alone, a zip, and may be empty', async () => {
    for (const wish of [{ format: 'html' }, { format: 'csv' }] as const)
      await expect(showReport(world, 'rd', { evidence: true, ...wish })).rejects.toThrow('is a zip');
    await expect(showReport(world, 'timesheet', { evidence: true })).rejects.toThrow(
      'Evidence is of the R&D',
    );
    const files = await pack({ month: '2020-01' });
    expect(textOf(files, 'log/records.jsonl')).toBe('');
    expect(JSON.parse(textOf(files, 'contemporaneity.json'))).toMatchObject({
      minutes: 0,
      same_day_percentage: null,
    });
  });
});
