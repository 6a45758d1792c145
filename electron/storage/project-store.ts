import type { Project } from '#shared/entries/project.ts';
import type { ProjectReader } from '#shared/ports/booking-stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Minutes } from '#shared/values/minutes.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface ProjectRow {
  id: Id;
  user: string;
  key: string;
  name: string;
  customer: string | null;
  budget: Minutes | null;
  budget_per: 'total' | 'month';
  budget_rollover: 0 | 1;
  budget_from: LocalDay | null;
  budget_percents: string | null;
  rate_cents: number | null;
  rate_currency: string | null;
  linear_team: string | null;
  revision: number;
}

const projectOf = (row: ProjectRow): Project => ({
  id: row.id,
  user: row.user,
  key: row.key,
  name: row.name,
  customer: row.customer,
  budget: row.budget,
  terms: {
    per: row.budget_per,
    rollover: row.budget_rollover === 1,
    from: row.budget_from,
    percents: row.budget_percents === null ? null : (JSON.parse(row.budget_percents) as number[]),
  },
  hourlyRate:
    row.rate_cents === null || row.rate_currency === null
      ? null
      : { cents: row.rate_cents, currency: row.rate_currency },
  linearTeam: row.linear_team,
  revision: row.revision,
});

const rowOf = (project: Project): ProjectRow => ({
  id: project.id,
  user: project.user,
  key: project.key,
  name: project.name,
  customer: project.customer,
  budget: project.budget,
  budget_per: project.terms.per,
  budget_rollover: project.terms.rollover ? 1 : 0,
  budget_from: project.terms.from,
  budget_percents: project.terms.percents === null ? null : JSON.stringify(project.terms.percents),
  rate_cents: project.hourlyRate?.cents ?? null,
  rate_currency: project.hourlyRate?.currency ?? null,
  linear_team: project.linearTeam,
  revision: project.revision,
});

/** Reads what is known of projects. */
export function projectStore({ durable, answer }: Connections): ProjectReader {
  const list = durable.prepare<[string], ProjectRow>(
    `SELECT id, user, key, name, customer, budget, budget_per, budget_rollover, budget_from, budget_percents,
       rate_cents, rate_currency, linear_team, revision
     FROM projects WHERE user = ? ORDER BY key`,
  );
  return { list: (user) => answer(() => list.all(user).map(projectOf)) };
}

/** Writes projects; only the ledger does. */
export function projectWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO projects (id, user, origin, key, name, customer, budget, budget_per, budget_rollover,
       budget_from, budget_percents, rate_cents, rate_currency, linear_team, revision)
     VALUES (@id, @user, @origin, @key, @name, @customer, @budget, @budget_per, @budget_rollover,
       @budget_from, @budget_percents, @rate_cents, @rate_currency, @linear_team, @revision)`,
  );
  const update = db.prepare(
    `UPDATE projects SET user = @user, key = @key, name = @name, customer = @customer, budget = @budget,
       budget_per = @budget_per, budget_rollover = @budget_rollover, budget_from = @budget_from,
       budget_percents = @budget_percents, rate_cents = @rate_cents, rate_currency = @rate_currency, linear_team = @linear_team, revision = @revision
     WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM projects WHERE id = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM projects WHERE id = ?').pluck();
  return {
    revision: (project: Project): number | undefined => revision.get(project.id),
    insert: (project: Project) => insert.run({ ...rowOf(project), origin }),
    update: (project: Project) => update.run(rowOf(project)),
    remove: (project: Project) => remove.run(project.id),
  };
}
