import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DumpHead } from '#shared/ports/dump.ts';
import { adding, anEntry, id, next, step, store } from '#shared/ports/sample-rows.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { STORES_SUITE } from '#shared/ports/stores-suite.ts';
import { minutes } from '#shared/values/minutes.ts';
import { databaseFile } from '../data-files.ts';
import type { Storage } from '../open-storage.ts';
import { openSqlite } from '../sqlite.ts';
import { problemIn, temporaryHome, temporaryStorage } from '../temporary-home.ts';
import { dumpedTables } from './dump-tables.ts';

const HEAD: DumpHead = {
  made: { at: '2026-02-10T08:15:00Z', by: 'Stint 0.0.0', user: 'ann' },
  settings: { 'identity.user': 'ann' },
};
const accept = (): void => undefined;

/** Every row of every table that travels. */
function rowsIn(home: string): Record<string, unknown[]> {
  const db = openSqlite(databaseFile(home), { readonly: true });
  const rows = Object.fromEntries(
    dumpedTables(db).map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  );
  db.close();
  return rows;
}

async function dumped(storage: Storage): Promise<string> {
  const path = join(temporaryHome(), 'stint.json');
  await storage.dump.save(path, HEAD);
  return path;
}

/** A dump with a few rows, as lines to be changed. */
async function aDump(): Promise<{ path: string; lines: string[] }> {
  const { storage } = await temporaryStorage();
  await store(storage.stores, adding(anEntry(1)), adding(anEntry(2)));
  const path = await dumped(storage);
  return { path, lines: readFileSync(path, 'utf8').split('\n') };
}

async function refusal(lines: readonly string[]) {
  const { home, storage } = await temporaryStorage();
  const path = join(temporaryHome(), 'changed.json');
  writeFileSync(path, lines.join('\n'));
  const before = rowsIn(home);
  const problem = await problemIn(() => storage.dump.restore(path, accept));
  expect(rowsIn(home)).toEqual(before);
  return problem;
}

/** Mends the sums as somebody would who wants to get through. */
function withSums(lines: readonly string[]): string[] {
  const text = lines.slice(0, -2);
  const sum = createHash('sha256')
    .update(`${text.join('\n')}\n`)
    .digest('hex');
  return [...text, lines.at(-2)!.replace(/"sha256":"\w+"/, `"sha256":"${sum}"`), ''];
}

describe('what a dump holds comes back', () => {
  it.each(STORES_SUITE)('after: $name', async ({ run }) => {
    const from = await temporaryStorage(temporaryHome(), memoryClock('2026-02-10T09:00:00Z'));
    await run(from.storage.stores, expect);
    const path = await dumped(from.storage);
    const to = await temporaryStorage();
    const told = await to.storage.dump.restore(path, accept);
    const saved = rowsIn(from.home);
    // What was on its way is not known now.
    for (const row of saved['outbox'] as { state: string }[])
      if (row.state === 'sending') row.state = 'unknown';
    expect(rowsIn(to.home)).toEqual(saved);
    expect(told.tables).toEqual(
      Object.fromEntries(Object.entries(saved).map(([k, rows]) => [k, rows.length])),
    );
    expect(await to.storage.stores.ledger.verify()).toEqual(await from.storage.stores.ledger.verify());
  });

  it('whatever people write', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.integer({ min: -900, max: 900 })), { maxLength: 8 }),
        async (told) => {
          const from = await temporaryStorage();
          const entries = told.map(([description, long], n) =>
            anEntry(n + 1, { description, minutes: minutes(long), key: null }),
          );
          await from.storage.stores.ledger.commit(step(entries.map(adding)));
          const to = await temporaryStorage();
          await to.storage.dump.restore(await dumped(from.storage), accept);
          expect(rowsIn(to.home)).toEqual(rowsIn(from.home));
          expect((await to.storage.stores.ledger.verify()).intact).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is JSON for everybody, only its owner reads it, and the log goes on where it is restored', async () => {
    const { path, lines } = await aDump();
    const read = JSON.parse(lines.join('\n')) as Record<string, Record<string, unknown>>;
    expect(read).toMatchObject({ stint: 1, made: HEAD.made, settings: HEAD.settings });
    expect(Object.keys(read['tables']!)).toContain('entries');
    expect(Object.keys(read['tables']!)).not.toContain('installation');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);

    const { storage } = await temporaryStorage();
    await storage.dump.restore(path, accept);
    const [entry] = await storage.stores.entries.endingIn('ann', id(1).slice(-4));
    await store(storage.stores, {
      noun: 'entry',
      before: entry!,
      after: next(entry!, { description: 'again' }),
    });
    expect(await storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 2 });
  });

  it('leaves nothing half written where there is no room to write', async () => {
    const { storage } = await temporaryStorage();
    const folder = temporaryHome();
    writeFileSync(join(folder, 'file'), '');
    const problem = await problemIn(() => storage.dump.save(join(folder, 'file', 'x.json'), HEAD));
    expect(problem.code).toBe('refused');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('a dump is refused, and nothing is written', () => {
  it('where the folder is in use, by its name', async () => {
    const { path } = await aDump();
    const { home, storage } = await temporaryStorage();
    await store(storage.stores, adding(anEntry(7)));
    const before = rowsIn(home);
    const problem = await problemIn(() => storage.dump.restore(path, accept));
    expect(problem).toMatchObject({ code: 'refused' });
    expect(problem.message).toContain('entries, log');
    expect(rowsIn(home)).toEqual(before);
  });

  it('where what it says of itself is not accepted', async () => {
    const { path } = await aDump();
    const { home, storage } = await temporaryStorage();
    const before = rowsIn(home);
    await expect(
      storage.dump.restore(path, ({ made }) => {
        throw new Error(`not of ${made.user}`);
      }),
    ).rejects.toThrow('not of ann');
    expect(rowsIn(home)).toEqual(before);
  });

  it('when it is newer, another file, or not there', async () => {
    const { lines } = await aDump();
    expect(await refusal(lines.with(0, '{"stint":2,'))).toMatchObject({ code: 'refused' });
    expect(await refusal(lines.with(1, '"schema":999,'))).toMatchObject({ code: 'refused' });
    expect((await refusal(['{"a":1}'])).message).toContain('no dump of Stint');
    const { storage } = await temporaryStorage();
    expect(await problemIn(() => storage.dump.restore('/nowhere/x.json', accept))).toMatchObject({
      code: 'not-found',
    });
    expect(await problemIn(() => storage.dump.restore(temporaryHome(), accept))).toMatchObject({
      code: 'usage',
    });
    expect(existsSync('/nowhere')).toBe(false);
  });

  it('with the line, wherever it is damaged', async () => {
    const { lines } = await aDump();
    const row = lines.findIndex((line) => line.includes('naïve') && line.startsWith('['));
    expect((await refusal(lines.with(row, lines[row]!.replace('"', '')))).message).toContain(
      `in line ${row + 1}: that cannot be read`,
    );
    expect((await refusal(lines.with(row, '["x"],'))).message).toContain(
      `in line ${row + 1}: that is no row of entries`,
    );
    expect((await refusal(lines.with(row, lines[row]!.replace('naïve', 'other')))).message).toContain(
      `in line ${row + 3}: the rows of entries above it are not those that were saved`,
    );
    expect((await refusal(lines.slice(0, row + 1))).message).toContain(
      `in line ${row + 2}: the file ends there, too early`,
    );
    expect((await refusal(lines.toSpliced(row, 1))).message).toContain('the rows of entries above it');
    const settings = lines.map((line) => line.replace('{"identity.user":"ann"}', '{"identity.user":"bob"}'));
    expect((await refusal(settings)).message).toContain('the lines above it are not those that were saved');
    expect((await refusal([...lines.slice(0, -1), 'more', ''])).message).toContain('something follows');
    const table = lines.findIndex((line) => line.startsWith('"entries"'));
    expect(
      (await refusal(lines.with(table, lines[table]!.replace('"entries"', '"strange"')))).message,
    ).toContain(`in line ${table + 1}: that is no table`);
    expect(
      (await refusal(lines.with(table, lines[table]!.replace('"minutes"', '"hours"')))).message,
    ).toContain('entries has no column hours');
  });

  it('at any single letter that is changed or any place it is cut', async () => {
    const { lines } = await aDump();
    const text = lines.join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), fc.boolean(), async (place, cut) => {
        const other = text[place] === 'x' ? 'y' : 'x';
        const changed = cut
          ? text.slice(0, place)
          : `${text.slice(0, place)}${other}${text.slice(place + 1)}`;
        const problem = await refusal(changed.split('\n'));
        expect(['usage', 'refused']).toContain(problem.code);
      }),
      { numRuns: 40 },
    );
  });

  it('a log that was rewritten comes back as it is, and is found out by verifying', async () => {
    const { lines } = await aDump();
    const at = lines.findIndex((line) => line.includes('"entry.add"'));
    const forged = lines[at]!.replace('"typed"', '"forged"');
    const rows = createHash('sha256').update(`${forged}\n`).digest('hex');
    const summed = lines
      .with(at, forged)
      .with(at + 1, lines[at + 1]!.replace(/"sha256":"\w+"/, `"sha256":"${rows}"`));
    const path = join(temporaryHome(), 'forged.json');
    writeFileSync(path, withSums(summed).join('\n'));
    const { storage } = await temporaryStorage();
    await storage.dump.restore(path, accept);
    expect(await storage.stores.ledger.verify()).toMatchObject({ intact: false, brokenAt: 1 });
  });
});
