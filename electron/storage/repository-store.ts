import type { Repository } from '#shared/evidence/commit.ts';
import type { RepositoryReader } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface RepositoryRow {
  id: Id;
  path: string;
  name: string;
  common_dir: string;
  added_at: Instant;
  last_scan_at: Instant | null;
  last_problem: string | null;
  mark: string | null;
  covered_from: Instant | null;
}

const repositoryOf = (row: RepositoryRow): Repository => ({
  id: row.id,
  path: row.path,
  name: row.name,
  commonDir: row.common_dir,
  addedAt: row.added_at,
  lastScanAt: row.last_scan_at,
  lastProblem: row.last_problem,
  mark: row.mark,
  coveredFrom: row.covered_from,
});

const rowOf = (repository: Repository): RepositoryRow => ({
  id: repository.id,
  path: repository.path,
  name: repository.name,
  common_dir: repository.commonDir,
  added_at: repository.addedAt,
  last_scan_at: repository.lastScanAt,
  last_problem: repository.lastProblem,
  mark: repository.mark,
  covered_from: repository.coveredFrom,
});

/** Reads registered repositories. */
export function repositoryStore({ durable, answer }: Connections): RepositoryReader {
  const list = durable.prepare<[], RepositoryRow>(
    `SELECT id, path, name, common_dir, added_at, last_scan_at, last_problem, mark, covered_from
     FROM repositories ORDER BY name, id`,
  );
  return { list: () => answer(() => list.all().map(repositoryOf)) };
}

/** Writes repositories; only the ledger does. */
export function repositoryWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO repositories (id, origin, path, name, common_dir, added_at, last_scan_at, last_problem, mark, covered_from)
     VALUES (@id, @origin, @path, @name, @common_dir, @added_at, @last_scan_at, @last_problem, @mark, @covered_from)`,
  );
  const update = db.prepare(
    `UPDATE repositories SET path = @path, name = @name, common_dir = @common_dir, added_at = @added_at,
       last_scan_at = @last_scan_at, last_problem = @last_problem, mark = @mark, covered_from = @covered_from
     WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM repositories WHERE id = ?');
  const exists = db.prepare<[string], number>('SELECT 1 FROM repositories WHERE id = ?').pluck();
  return {
    /** Repositories have no revision: there or not is all that can be told. */
    revision: (repository: Repository): number | undefined => exists.get(repository.id),
    insert: (repository: Repository) => insert.run({ ...rowOf(repository), origin }),
    update: (repository: Repository) => update.run(rowOf(repository)),
    remove: (repository: Repository) => remove.run(repository.id),
  };
}
