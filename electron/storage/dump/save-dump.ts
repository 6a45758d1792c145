import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { DumpHead, DumpTold } from '#shared/ports/dump.ts';
import { writeWhole } from '../../adapters/file-writer.ts';
import { databaseFile } from '../data-files.ts';
import { LATEST_VERSION } from '../migrations/catalogue.ts';
import { openSqlite } from '../sqlite.ts';
import { columnsOf, DUMP_VERSION, dumpedTables } from './dump-tables.ts';

/** Letters that are written at once; what waits in memory is never much more. */
const CHUNK = 1 << 18;
/** Only its owner: the file holds what the data folder holds. */
const PRIVATE = 0o600;

/**
 * Writes every table as JSON, a row a line, from one moment: on a connection of its own, so that the host goes on
 * writing meanwhile. Each table ends with the number of its rows and their SHA-256, the file with that of all lines.
 */
export async function saveDump(home: string, path: string, head: DumpHead): Promise<DumpTold> {
  const db = openSqlite(databaseFile(home), { readonly: true, timeout: 2000 });
  try {
    db.exec('BEGIN');
    const tables: Record<string, number> = {};
    await writeWhole(path, PRIVATE, async (file) => {
      const out = lineWriter(file);
      await out.line(`{"stint":${DUMP_VERSION},`);
      await out.line(`"schema":${LATEST_VERSION},`);
      await out.line(`"made":${JSON.stringify(head.made)},`);
      await out.line(`"settings":${JSON.stringify(head.settings)},`);
      await out.line('"tables":{');
      const names = dumpedTables(db);
      for (const [at, name] of names.entries()) {
        const rows = db.prepare<[], unknown[]>(`SELECT * FROM "${name}"`).raw().iterate();
        await out.line(`${JSON.stringify(name)}:{"columns":${JSON.stringify(columnsOf(db, name))},"rows":[`);
        const sum = createHash('sha256');
        let [count, before] = [0, ''];
        for (const row of rows) {
          if (count > 0) await out.line(`${before},`);
          before = JSON.stringify(row);
          sum.update(before).update('\n');
          count += 1;
        }
        if (count > 0) await out.line(before);
        const comma = at < names.length - 1 ? ',' : '';
        await out.line(`],"count":${count},"sha256":"${sum.digest('hex')}"}${comma}`);
        tables[name] = count;
      }
      await out.line('},');
      await out.end((sha256) => `"end":{"tables":${names.length},"sha256":"${sha256}"}}`);
    });
    return { tables, rows: Object.values(tables).reduce((sum, count) => sum + count, 0) };
  } finally {
    db.close();
  }
}

function lineWriter(file: FileHandle) {
  const sum = createHash('sha256');
  let waiting: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    sum.update(text);
    [waiting, length] = [[], 0];
    await file.writeFile(text);
  };
  return {
    async line(text: string): Promise<void> {
      waiting.push(text, '\n');
      length += text.length;
      if (length > CHUNK) await flush();
    },
    async end(last: (sha256: string) => string): Promise<void> {
      await flush();
      await file.writeFile(`${last(sum.digest('hex'))}\n`);
    },
  };
}
