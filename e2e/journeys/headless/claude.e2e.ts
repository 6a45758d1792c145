// Claude Code works; its hooks tell Stint, which books what the person was there for and reports the rest.
import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayShape } from '#shared/contract/shapes.ts';
import { hookInput } from '#shared/sources/claude-code/hook-events.fixture.ts';
import { answerLine, userLine } from '#shared/sources/claude-code/transcript-lines.fixture.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';
import { until } from '../../world/wait.ts';

interface Runs {
  readonly runs: readonly {
    readonly id: string;
    readonly ticket: string | null;
    readonly ended: string | null;
    readonly agentMinutes: number;
    readonly attentionMinutes: number;
    readonly models: readonly { readonly model: string; readonly output: number }[];
    readonly costUsd: number;
  }[];
  readonly totals: {
    readonly agentMinutes: number;
    readonly attentionMinutes: number;
    readonly output: number;
  };
}

/** Claude Code runs the hook: a process of its own that must say nothing and end well. */
async function hook(stint: CommandLine, event: string, more: object): Promise<void> {
  const said = await stint.tell(JSON.stringify(hookInput(event, more)), 'hook', 'claude');
  expect(said).toEqual({ code: 0, stdout: '', stderr: '' });
}

/** The story's day in the place of the day on which the hooks were really run: the spool's lines in order, at these times. */
function happenedAt(home: string, ...times: string[]): void {
  const folder = join(home, 'hooks');
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').trim().split('\n'),
  );
  expect(lines).toHaveLength(times.length);
  const told = lines.map((line, index) => ({
    ...(JSON.parse(line) as object),
    at: Date.parse(times[index]!),
  }));
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '');
  appendFileSync(
    join(folder, readdirSync(folder)[0]!),
    `${told.map((line) => JSON.stringify(line)).join('\n')}\n`,
  );
}

test('a session that hooks told of is an entry where the person was there', async ({
  stint,
  home,
  workspace,
  wasThere,
}) => {
  const repository = makeRepository(workspace, 'shop');
  repository.commit('2026-02-01T09:00:00+01:00', 'start');
  repository.git('checkout', '--quiet', '-b', 'fix/TB-042-socket');
  const at = { session_id: 'ses-1', cwd: repository.path };
  await hook(stint, 'SessionStart', at);
  await hook(stint, 'UserPromptSubmit', at);
  await hook(stint, 'PostToolUse', at);
  await hook(stint, 'PostToolUse', at);
  await hook(stint, 'Stop', at);
  happenedAt(
    home,
    '2026-02-10T09:00:00+01:00',
    '2026-02-10T09:01:00+01:00',
    '2026-02-10T09:10:00+01:00',
    '2026-02-10T09:19:00+01:00',
    '2026-02-10T09:25:00+01:00',
  );
  await wasThere('2026-02-10T09:00:00+01:00', '2026-02-10T09:16:00+01:00');
  const day = await stint.json<DayShape>('derive', '2026-02-10');
  expect(day.entries).toMatchObject([{ source: 'agent', ticket: 'TB-042', project: 'TB', minutes: 16 }]);
  const { runs, totals } = await stint.json<Runs>('agent', 'runs', '2026-02-10');
  expect(runs).toMatchObject([
    { id: 'ses-1', ticket: 'TB-042', ended: 'stopped', agentMinutes: 25, attentionMinutes: 16 },
  ]);
  expect(totals).toMatchObject({ agentMinutes: 25, attentionMinutes: 16 });
  expect((await stint.say('agent', 'runs', '2026-02-10')).stdout).toContain('TB-042');
});

test('a running host hears of it by itself, from the command and over HTTP', async ({ stint, host }) => {
  const running = await host();
  await hook(stint, 'UserPromptSubmit', { session_id: 'ses-1', cwd: '/nowhere' });
  const ids = async (): Promise<string[]> =>
    (await stint.json<{ key: string; today: string | null }[]>('source', 'list'))
      .filter((source) => source.key === 'claude-code')
      .flatMap((source) => source.today ?? []);
  // Nothing is read by asking for the list: the host was told.
  await until('the first session at the host', async () => (await ids())[0]?.startsWith('1 run,'));
  const post = (token: string, body: string): Promise<Response> =>
    fetch(`${running.url}/hooks/claude`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
  const heard = await post(
    running.token,
    JSON.stringify(hookInput('UserPromptSubmit', { session_id: 'ses-2' })),
  );
  expect([heard.status, await heard.text()]).toEqual([204, '']);
  await until('the second session at the host', async () => (await ids())[0]?.startsWith('2 runs,'));
  expect((await post('wrong', '{}')).status).toBe(401);
  expect((await post(running.token, '{"session_id":')).status).toBe(400);
});

test('whatever a hook is given, the agent goes on', async ({ stint }) => {
  for (const input of ['', 'no JSON', '[]', '{"hook_event_name":"Stop"}', '\u0000']) {
    expect(await stint.tell(input, 'hook', 'claude')).toEqual({ code: 0, stdout: '', stderr: '' });
  }
  expect(await stint.tell('{}', 'hook', 'claude', '--home', '/dev/null/nowhere')).toMatchObject({
    code: 0,
    stdout: '',
  });
});

test('transcripts tell the tokens of a day before they are deleted', async ({ stint, workspace }) => {
  const project = join(workspace, 'claude', 'projects', '-home-max-shop');
  mkdirSync(project, { recursive: true });
  const day = (clock: string): string => `2026-02-10T${clock}:00.000Z`;
  writeFileSync(
    join(project, 'ses-1.jsonl'),
    [
      userLine(day('09:00')),
      answerLine({ at: day('09:01'), usage: { output_tokens: 5 } }),
      answerLine({ at: day('09:02'), usage: { output_tokens: 50 } }),
      answerLine({
        at: day('09:08'),
        id: 'msg_2',
        request: 'req_2',
        model: 'claude-opus-4-8',
        usage: { output_tokens: 100 },
      }),
      '{"half',
    ].join('\n'),
  );
  await stint.json('config', 'set', 'claude.configDirs', JSON.stringify([join(workspace, 'claude')]));
  const { runs, totals } = await stint.json<Runs>('agent', 'runs', '2026-02-10');
  expect(totals.output).toBe(150);
  expect(runs).toMatchObject([{ id: 'ses-1', ticket: 'TB-042', agentMinutes: 8, attentionMinutes: 0 }]);
  expect(runs[0]!.models.map((model) => [model.model, model.output])).toEqual([
    ['claude-opus-4-8', 100],
    ['claude-sonnet-4-5-20250929', 50],
  ]);
  expect(runs[0]!.costUsd).toBeGreaterThan(0);
  expect(await stint.json('agent', 'runs', '2026-02-10')).toEqual({
    date: '2026-02-10',
    runs,
    totals,
    warnings: [],
  });
});
