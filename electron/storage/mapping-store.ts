import type { Mapping } from '#shared/entries/mapping.ts';
import type { MappingReader } from '#shared/ports/booking-stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface MappingRow {
  id: Id;
  user: string;
  provider: ProviderId;
  scope: Mapping['scope'];
  name: string;
  unit: string;
  task: string | null;
  label: string;
  billable: number | null;
  revision: number;
}

const mappingOf = (row: MappingRow): Mapping => ({
  ...row,
  billable: row.billable === null ? null : row.billable === 1,
});

const rowOf = (mapping: Mapping): MappingRow => ({
  id: mapping.id,
  user: mapping.user,
  provider: mapping.provider,
  scope: mapping.scope,
  name: mapping.name,
  unit: mapping.unit,
  task: mapping.task,
  label: mapping.label,
  billable: mapping.billable === null ? null : Number(mapping.billable),
  revision: mapping.revision,
});

/** Reads where time is booked. */
export function mappingStore({ durable, answer }: Connections): MappingReader {
  const list = durable.prepare<[string, string], MappingRow>(
    `SELECT id, user, provider, scope, name, unit, task, label, billable, revision
     FROM mappings WHERE user = ? AND provider = ? ORDER BY scope, name`,
  );
  return { list: (user, provider) => answer(() => list.all(user, provider).map(mappingOf)) };
}

/** Writes mappings; only the ledger does. */
export function mappingWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO mappings (id, user, origin, provider, scope, name, unit, task, label, billable, revision)
     VALUES (@id, @user, @origin, @provider, @scope, @name, @unit, @task, @label, @billable, @revision)`,
  );
  const update = db.prepare(
    `UPDATE mappings SET user = @user, provider = @provider, scope = @scope, name = @name, unit = @unit, task = @task,
       label = @label, billable = @billable, revision = @revision
     WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM mappings WHERE id = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM mappings WHERE id = ?').pluck();
  return {
    revision: (mapping: Mapping): number | undefined => revision.get(mapping.id),
    insert: (mapping: Mapping) => insert.run({ ...rowOf(mapping), origin }),
    update: (mapping: Mapping) => update.run(rowOf(mapping)),
    remove: (mapping: Mapping) => remove.run(mapping.id),
  };
}
