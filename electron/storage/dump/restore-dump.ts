import { createHash } from 'node:crypto';
import type { DumpHead, DumpTold } from '#shared/ports/dump.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { LATEST_VERSION } from '../migrations/catalogue.ts';
import type { Db } from '../sqlite.ts';
import { errorCodeOf } from '../sqlite.ts';
import type { DumpLines } from './dump-reader.ts';
import { readDumpLines } from './dump-reader.ts';
import { columnsOf, DUMP_VERSION, dumpedTables, NO_SIGN_OF_USE } from './dump-tables.ts';

/**
 * Reads a dump into the empty tables, in one transaction and at one go: nobody else writes between. What was on its way
 * to a provider when it was saved is not known now: it is looked up there before it is told again (design §2 "Booking").
 */
export function restoreDump(db: Db, path: string, accept: (head: DumpHead) => void): DumpTold {
  const lines = readDumpLines(path);
  try {
    return db
      .transaction((): DumpTold => {
        requireEmpty(db);
        readHead(lines, path, accept);
        const tables = readTables(db, lines);
        readEnd(lines, Object.keys(tables).length);
        db.exec("UPDATE outbox SET state = 'unknown' WHERE state = 'sending'");
        return { tables, rows: Object.values(tables).reduce((sum, count) => sum + count, 0) };
      })
      .immediate();
  } finally {
    lines.close();
  }
}

function requireEmpty(db: Db): void {
  const used = dumpedTables(db)
    .filter((name) => !NO_SIGN_OF_USE.has(name))
    .filter((name) => db.prepare(`SELECT EXISTS (SELECT 1 FROM "${name}")`).pluck().get() === 1);
  if (used.length === 0) return;
  throw new Problem(
    'refused',
    said`This data folder is not empty: it holds ${used.join(', ')}. A dump is only put into an empty one.`,
    said`Nothing was written. Name a new folder: stint import json FILE --home FOLDER`,
  );
}

function readHead(lines: DumpLines, path: string, accept: (head: DumpHead) => void): void {
  const version = /^\{"stint":(\d{1,9}),$/.exec(lines.next())?.[1];
  if (version === undefined)
    throw new Problem(
      'usage',
      said`${path} is no dump of Stint, or it was laid out anew since.`,
      said`Nothing was written. Take the file as \`stint export json\` wrote it.`,
    );
  const schema = field(lines, 'schema');
  if (Number(version) > DUMP_VERSION || Number(schema) > LATEST_VERSION)
    throw new Problem(
      'refused',
      said`${path} was written by a newer Stint than this one.`,
      said`Nothing was written. Update Stint, then restore it.`,
    );
  const made = field(lines, 'made');
  const settings = field(lines, 'settings');
  if (!isRecord(settings) || !isMade(made))
    throw lines.damaged(said`that is not what stands there in a dump`);
  accept({ made, settings });
  if (lines.next() !== '"tables":{') throw lines.damaged(said`that is not what stands there in a dump`);
}

function readTables(db: Db, lines: DumpLines): Record<string, number> {
  const known = new Set(dumpedTables(db));
  const tables: Record<string, number> = {};
  for (let line = lines.next(); line !== '},'; line = lines.next()) {
    const opened = parsed(lines, `{${line}]}}`);
    const [name, about] = Object.entries(isRecord(opened) ? opened : {})[0] ?? [];
    const columns = isRecord(about) ? about['columns'] : null;
    if (name === undefined || !known.delete(name))
      throw lines.damaged(said`that is no table of this program, or it stands there twice`);
    if (!isListOfText(columns) || columns.length === 0) throw lines.damaged(said`the columns are missing`);
    const there = columnsOf(db, name);
    const strange = columns.find((column) => !there.includes(column));
    if (strange !== undefined) throw lines.damaged(said`${name} has no column ${strange}`);
    tables[name] = readRows(db, lines, name, columns);
  }
  return tables;
}

function readRows(db: Db, lines: DumpLines, table: string, columns: readonly string[]): number {
  // Every folder has one already: where its log ends.
  if (table === 'log_head') db.exec('DELETE FROM log_head');
  const insert = db.prepare(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const sum = createHash('sha256');
  let count = 0;
  for (let line = lines.next(); ; line = lines.next()) {
    if (line.startsWith(']')) {
      const told = parsed(lines, `{"rows":[${line.replace(/,$/, '')}`);
      const [rows, sha256] = isRecord(told) ? [told['count'], told['sha256']] : [];
      if (rows !== count || sha256 !== sum.digest('hex'))
        throw lines.damaged(said`the rows of ${table} above it are not those that were saved`);
      return count;
    }
    const text = line.replace(/,$/, '');
    const row = parsed(lines, text);
    if (!Array.isArray(row) || row.length !== columns.length)
      throw lines.damaged(said`that is no row of ${table}`);
    try {
      insert.run(...(row as unknown[]));
    } catch (error) {
      // A full disk is no fault of the file.
      if (/^SQLITE_(?!CONSTRAINT|MISMATCH)/.test(errorCodeOf(error))) throw error;
      throw lines.damaged(said`that is no row of ${table}`, error);
    }
    sum.update(text).update('\n');
    count += 1;
  }
}

function readEnd(lines: DumpLines, tables: number): void {
  const text = lines.next();
  const told = parsed(lines, `{${text}`);
  const end = isRecord(told) ? told['end'] : null;
  if (!isRecord(end) || end['tables'] !== tables || end['sha256'] !== lines.sumBefore())
    throw lines.damaged(said`the lines above it are not those that were saved`);
  if (!lines.isAtEnd()) throw lines.damaged(said`something follows that does not belong to it`);
}

/** A line such as `"schema":7,`. */
function field(lines: DumpLines, name: string): unknown {
  const told = parsed(lines, `{${lines.next().replace(/,$/, '')}}`);
  if (!isRecord(told) || !(name in told)) throw lines.damaged(said`${name} is missing`);
  return told[name];
}

function parsed(lines: DumpLines, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw lines.damaged(said`that cannot be read`, error);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfText = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isMade = (value: unknown): value is DumpHead['made'] =>
  isRecord(value) && ['at', 'by', 'user'].every((key) => typeof value[key] === 'string');
