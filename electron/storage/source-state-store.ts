import type { SourceState, SourceStates } from '#shared/ports/evidence-stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import { once } from '#shared/values/lazily.ts';
import type { Connections } from './connections.ts';

interface StateRow {
  key: string;
  kind: SourceState['kind'];
  name: string;
  paused: number;
  last_read_at: Instant | null;
  problem: string | null;
  mark: string | null;
}

const stateOf = (row: StateRow): SourceState => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  paused: row.paused === 1,
  lastReadAt: row.last_read_at,
  problem: row.problem,
  mark: row.mark,
});

/**
 * How far sources were read. On the light connection, as what they told is: a mark that a power cut takes away is older
 * than the rows it stands for, and reading them again changes nothing.
 */
export function sourceStateStore(connections: Connections): SourceStates {
  const { durable, origin, answer } = connections;
  const select = 'SELECT key, kind, name, paused, last_read_at, problem, mark FROM source_states';
  const list = durable.prepare<[], StateRow>(`${select} ORDER BY key`);
  const get = durable.prepare<[string], StateRow>(`${select} WHERE key = ?`);
  // Most ask how far sources were read, and never write: for them the other connection is not opened.
  const put = once(() =>
    connections.light.prepare(
      `INSERT INTO source_states (key, origin, kind, name, paused, last_read_at, problem, mark)
       VALUES (@key, @origin, @kind, @name, @paused, @last_read_at, @problem, @mark)
       ON CONFLICT DO UPDATE SET origin = excluded.origin, kind = excluded.kind, name = excluded.name,
         paused = excluded.paused, last_read_at = excluded.last_read_at, problem = excluded.problem, mark = excluded.mark`,
    ),
  );
  const remove = once(() => connections.light.prepare('DELETE FROM source_states WHERE key = ?'));
  return {
    list: () => answer(() => list.all().map(stateOf)),
    get: (key) =>
      answer(() => {
        const row = get.get(key);
        return row ? stateOf(row) : null;
      }),
    put: ({ key, kind, name, paused, lastReadAt, problem, mark }) =>
      answer(
        () =>
          void put().run({
            key,
            origin,
            kind,
            name,
            paused: paused ? 1 : 0,
            last_read_at: lastReadAt,
            problem,
            mark,
          }),
      ),
    remove: (key) => answer(() => void remove().run(key)),
  };
}
