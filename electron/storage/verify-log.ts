import { setImmediate } from 'node:timers/promises';
import type { LogVerdict } from '#shared/ports/changes.ts';
import type { Connections } from './connections.ts';
import type { LogRecord } from './log-chain.ts';
import { hashOf } from './log-chain.ts';
import type { Db } from './sqlite.ts';

/** Records read between two looks at other work. */
const BATCH = 500;

/**
 * Walks the chain from the first record to the head: finds a record that was edited, removed, moved or put in, and a log
 * that was cut off at its end (`stint doctor --verify-log`).
 */
export async function verifyLog(db: Db, answer: Connections['answer']): Promise<LogVerdict> {
  const readHead = db.prepare<[], { records: number; hash: string }>('SELECT records, hash FROM log_head');
  const next = db.prepare<[number, number], LogRecord & { hash: string }>(
    `SELECT seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous, hash
     FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${BATCH}`,
  );
  const beyond = db
    .prepare<[], number>('SELECT count(*) FROM log WHERE seq < 1 OR seq > (SELECT records FROM log_head)')
    .pluck();

  // Steps written while this walks are not its business: it goes as far as the head is now.
  const head = await answer(() => readHead.get());
  if (!head) return broken(0, 1, 'The head of the log is missing.');
  let records = 0;
  let previous = '';
  while (records < head.records) {
    const batch = await answer(() => next.all(records, head.records));
    if (batch.length === 0) {
      return broken(
        records,
        records + 1,
        `The log ends after record ${records}; ${head.records} were written.`,
      );
    }
    for (const record of batch) {
      const wrong = complaint(record, records + 1, previous);
      if (wrong !== null) return broken(records, records + 1, wrong);
      records += 1;
      previous = record.hash;
    }
    await setImmediate();
  }
  if (previous !== head.hash)
    return broken(records, records, `Record ${records} is not the one that was written last.`);
  if ((await answer(() => beyond.get())) !== 0) {
    return broken(records, records + 1, 'There are records outside of the chain.');
  }
  return { intact: true, records, brokenAt: null, detail: `${records} records follow from one another.` };
}

function complaint(record: LogRecord & { hash: string }, expected: number, previous: string): string | null {
  if (record.seq !== expected) return `Record ${expected} is missing.`;
  if (record.previous !== previous) return `Record ${expected} does not follow from the one before it.`;
  if (hashOf(record) !== record.hash) return `Record ${expected} was changed after it was written.`;
  return null;
}

const broken = (records: number, brokenAt: number, detail: string): LogVerdict => ({
  intact: false,
  records,
  brokenAt,
  detail,
});
