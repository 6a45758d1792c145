// Claude Code is told to run Stint, and everything is put back; a ticket that moves starts and stops its session.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { commandLine } from '../../world/command-line.ts';
import { serve } from '../../world/headless-host.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

const SETTINGS = `{
  "model": "opus",
  "hooks": {
    "PostToolUse": [{ "matcher": "Edit", "hooks": [{ "type": "command", "command": "true" }] }]
  },
  "statusLine": { "type": "command", "command": "echo mine" }
}
`;

test('Claude Code runs Stint below what it ran before, tickets move its line, and all is put back', async ({
  home,
  workspace,
}) => {
  const config = join(home, 'claude-config');
  const file = join(config, 'settings.json');
  mkdirSync(config, { recursive: true });
  writeFileSync(file, SETTINGS);
  const stint = commandLine(home, { CLAUDE_CONFIG_DIR: config });
  const repository = makeRepository(workspace, 'shop');
  repository.commit('2026-02-01T09:00:00+01:00', 'start');
  const ticket = join(repository.path, '.tract', 'tickets', 'TB-042.md');
  mkdirSync(join(ticket, '..'), { recursive: true });
  writeFileSync(ticket, '---\nid: TB-042\ntitle: Socket\nstatus: todo\n---\n');

  // Nobody is there to ask: nothing happens without a yes.
  expect(await stint.say('hook', 'install')).toMatchObject({ code: 2 });
  expect(readFileSync(file, 'utf8')).toBe(SETTINGS);
  const installed = await stint.json<{ changed: boolean; diff: string[] }>('hook', 'install', '--yes');
  expect(installed.changed).toBe(true);
  expect(installed.diff.join('\n')).toContain('hook claude');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as {
    hooks: Record<string, { hooks: { command: string }[] }[]>;
    statusLine: { command: string };
  };

  await stint.json('repo', 'add', repository.path);
  const host = await serve(home);
  try {
    // As Claude Code runs them: by a shell, with JSON on the input.
    const run = (command: string, event: object): string => {
      const input = JSON.stringify({
        session_id: 's',
        hook_event_name: 'Stop',
        cwd: repository.path,
        ...event,
      });
      const ran = spawnSync(command, {
        shell: true,
        input,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      return ran.stdout;
    };
    expect(run(settings.hooks['Stop']![0]!.hooks[0]!.command, {})).toBe('');

    expect((await stint.say('task', 'start', 'TB-042')).stdout).toContain('Timer started: TB-042: Socket\n');
    expect(readFileSync(ticket, 'utf8')).toContain('status: in-progress');
    const line = run(settings.statusLine.command, { cost: { total_cost_usd: 0.5 } });
    expect(line).toMatch(/^mine\nTB-042 ▶ \d+m · today \d+m of 8h · \$0.50\n$/);

    const moved = await stint.json<{ stopped: SessionShape | null }>('task', 'complete', 'TB-042');
    expect(moved.stopped).toMatchObject({ ticket: 'TB-042', title: 'Socket' });
    expect(readFileSync(ticket, 'utf8')).toContain('status: completed');
    expect((await stint.say('timer', 'start', 'TB-042')).stdout).toBe('Timer started: TB-042: Socket\n');
    expect((await stint.say('timer', 'stop')).stdout).toMatch(/^Timer stopped: \d+m\n$/);
    expect((await stint.say('timer', 'show', 'TB-042')).stdout).toMatch(/^TB-042: Socket\nTotal: \d+m\n/);
  } finally {
    await host.stop();
  }

  await stint.json('hook', 'uninstall', '--yes');
  expect(readFileSync(file, 'utf8')).toBe(SETTINGS);
});
