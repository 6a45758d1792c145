import { setImmediate } from 'node:timers/promises';
import type { AgentRun, AgentUse } from '#shared/evidence/agent.ts';
import { joinedRun } from '#shared/evidence/agent-run.ts';
import { withUse } from '#shared/evidence/agent-use.ts';
import type { AgentStore } from '#shared/ports/evidence-stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';
import type { UseRow } from './use-rows.ts';
import { USE_COLUMNS, useOf, useRowOf } from './use-rows.ts';

interface RunRow {
  user: string;
  agent: string;
  id: string;
  started_at: Instant;
  alive_at: Instant;
  ended: AgentRun['ended'];
  cwd: string | null;
  branch: string | null;
  title: string;
  active: string;
}

const runOf = (row: RunRow): AgentRun => ({
  user: row.user,
  agent: row.agent,
  id: row.id,
  startedAt: row.started_at,
  aliveAt: row.alive_at,
  ended: row.ended,
  cwd: row.cwd,
  branch: row.branch,
  title: row.title,
  active: JSON.parse(row.active) as AgentRun['active'],
});

const runRowOf = (run: AgentRun): RunRow => ({
  user: run.user,
  agent: run.agent,
  id: run.id,
  started_at: run.startedAt,
  alive_at: run.aliveAt,
  ended: run.ended,
  cwd: run.cwd,
  branch: run.branch,
  title: run.title,
  active: JSON.stringify(run.active),
});

/** Answers written between two looks at other work: about 10 ms. */
const BATCH = 1000;

/** Runs of coding agents and the tokens of their answers: numbers, never words. On the light connection: read again when lost. */
export function agentStore(connections: Connections): AgentStore {
  return { ...runStore(connections), ...useStore(connections) };
}

function runStore({
  durable,
  light,
  origin,
  answer,
}: Connections): Pick<AgentStore, 'putRuns' | 'runs' | 'openRuns'> {
  const columns = 'user, agent, id, started_at, alive_at, ended, cwd, branch, title, active';
  const known = light.prepare<[string, string, string], RunRow>(
    `SELECT ${columns} FROM agent_runs WHERE user = ? AND agent = ? AND id = ?`,
  );
  const put = light.prepare(
    `INSERT INTO agent_runs (origin, ${columns})
     VALUES (@origin, @user, @agent, @id, @started_at, @alive_at, @ended, @cwd, @branch, @title, @active)
     ON CONFLICT DO UPDATE SET started_at = excluded.started_at, alive_at = excluded.alive_at, ended = excluded.ended,
       cwd = excluded.cwd, branch = excluded.branch, title = excluded.title, active = excluded.active`,
  );
  const putAll = light.transaction((runs: readonly AgentRun[]): void => {
    for (const run of runs) {
      const row = known.get(run.user, run.agent, run.id);
      put.run({ ...runRowOf(row ? joinedRun(runOf(row), run) : run), origin });
    }
  });
  const within = durable.prepare<{ user: string; start: number; end: number }, RunRow>(
    `SELECT ${columns} FROM agent_runs
       WHERE user = @user AND started_at > @start - 86400000 AND started_at < @end AND alive_at > @start
         AND alive_at - started_at <= 86400000
     UNION ALL
     SELECT ${columns} FROM agent_runs
       WHERE user = @user AND alive_at > @start AND alive_at - started_at > 86400000 AND started_at < @end
     ORDER BY started_at, agent, id`,
  );
  const open = durable.prepare<[string], RunRow>(
    `SELECT ${columns} FROM agent_runs WHERE user = ? AND ended IS NULL ORDER BY started_at, agent, id`,
  );
  return {
    putRuns: (runs) => answer(() => putAll.immediate(runs)),
    runs: (user, { start, end }) => answer(() => within.all({ user, start, end }).map(runOf)),
    openRuns: (user) => answer(() => open.all(user).map(runOf)),
  };
}

function useStore({ durable, light, origin, answer }: Connections): Pick<AgentStore, 'putUses' | 'uses'> {
  const copies = light.prepare<[string, string], UseRow>(
    `SELECT ${USE_COLUMNS} FROM agent_uses WHERE agent = ? AND message = ?`,
  );
  const insert = light.prepare(
    `INSERT INTO agent_uses (origin, ${USE_COLUMNS})
     VALUES (@origin, @agent, @run, @message, @request, @at, @model, @is_sidechain, @input, @output, @cache_write_5m,
       @cache_write_1h, @cache_read, @is_fast, @cost)`,
  );
  const remove = light.prepare(
    `DELETE FROM agent_uses WHERE agent = ? AND message = ? AND coalesce(request, '') = ?`,
  );
  const putOne = (use: AgentUse): void => {
    if (use.message === null) {
      insert.run({ ...useRowOf(use), origin });
      return;
    }
    const known = copies.all(use.agent, use.message).map(useOf);
    const kept = withUse(known, use);
    if (kept === known) return;
    for (const one of known) if (!kept.includes(one)) remove.run(one.agent, one.message, one.request ?? '');
    insert.run({ ...useRowOf(use), origin });
  };
  const putBatch = light.transaction((uses: readonly AgentUse[]) => uses.forEach(putOne));
  const within = durable.prepare<[number, number], UseRow>(
    `SELECT ${USE_COLUMNS} FROM agent_uses WHERE at >= ? AND at < ?
     ORDER BY at, run, coalesce(message, ''), coalesce(request, '')`,
  );
  return {
    async putUses(uses) {
      for (let from = 0; from < uses.length; from += BATCH) {
        // A month of transcripts is a hundred thousand answers: heartbeats and windows get their turn in between.
        if (from > 0) await setImmediate();
        await answer(() => putBatch.immediate(uses.slice(from, from + BATCH)));
      }
    },
    uses: ({ start, end }) => answer(() => within.all(start, end).map(useOf)),
  };
}
