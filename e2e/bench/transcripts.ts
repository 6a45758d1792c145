import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClaudeFiles } from '#electron/adapters/claude/claude-files.ts';
import { createSystemClock } from '#electron/adapters/system-clock.ts';
import { createUuidSource } from '#electron/adapters/uuid-source.ts';
import { openStorage } from '#electron/storage/open-storage.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { World } from '#shared/ports/world.ts';
import { CLAUDE_TRANSCRIPTS } from '#shared/services/sources/claude-source.ts';
import { readSources } from '#shared/services/sources/sources.ts';
import { hookInput } from '#shared/sources/claude-code/hook-events.fixture.ts';
import { answerLine, userLine } from '#shared/sources/claude-code/transcript-lines.fixture.ts';
import { DIST, PROJECT } from '../../build/scripts/folders.ts';
import type { Measure } from './measure.ts';
import { asLimit, median, ms } from './measure.ts';

const FILES = 100;
const BYTES_OF_FILE = 400 * 1024;

/** 40 MB of transcripts, read for the first time and again with nothing new; and the hook as Claude Code runs it. */
export async function measureTranscripts(rounds: number): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-bench-claude-'));
  try {
    const config = makeTranscripts(join(folder, 'claude'));
    const cold: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const home = join(folder, `home-${round}`);
      mkdirSync(home);
      const read = await reader(home, config);
      cold.push(await read.once());
      again.push(median([await read.once(), await read.once(), await read.once()]));
      read.close();
    }
    return [
      asLimit('40 MB of transcripts, read and kept for the first time', median(cold), 600, ms),
      asLimit('40 MB of transcripts, nothing new', median(again), 20, ms),
      ...measureHook(join(folder, 'hooks'), Math.max(15, rounds)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The source as a host reads it: its thread, its database. */
async function reader(
  home: string,
  config: string,
): Promise<{ once: () => Promise<number>; close: () => void }> {
  const clock = createSystemClock();
  const storage = await openStorage(home, { clock, ids: createUuidSource() });
  const worker = pathToFileURL(join(DIST, 'node', 'claude-worker.cjs'));
  const base = memoryWorld('2026-02-20T09:00:00Z', 'UTC', { 'claude.configDirs': [config] });
  const world: World = {
    ...base,
    stores: storage.stores,
    claude: createClaudeFiles({ home, clock, worker }),
  };
  return {
    async once() {
      const began = performance.now();
      await readSources(world, { source: CLAUDE_TRANSCRIPTS });
      return performance.now() - began;
    },
    close: () => storage.close(),
  };
}

/** What a month of work leaves: most of it is what tools read, an answer now and then in two lines. */
function makeTranscripts(config: string): string {
  const read = userLine('2026-02-10T09:00:00.000Z', {
    message: { role: 'user', content: [{ type: 'tool_result', content: 'a line of code;\n'.repeat(400) }] },
    toolUseResult: { stdout: 'ü "quoted" \\ text\n'.repeat(60) },
  });
  for (let file = 0; file < FILES; file += 1) {
    const project = join(config, 'projects', `-home-max-project-${file % 10}`);
    mkdirSync(project, { recursive: true });
    const session = `ses-${file}`;
    const lines: string[] = [];
    for (let bytes = 0, number = 0; bytes < BYTES_OF_FILE; number += 1) {
      const at = new Date(Date.UTC(2026, 1, 1 + (file % 20), 9, number % 480)).toISOString();
      const told = { session, id: `msg_${file}_${number}`, request: `req_${file}_${number}` };
      const more = [
        answerLine({ ...told, at, usage: { output_tokens: 5 } }),
        answerLine({ ...told, at, usage: { output_tokens: 500 } }),
        read,
      ];
      lines.push(...more);
      bytes += more.join('\n').length;
    }
    writeFileSync(join(project, `${session}.jsonl`), `${lines.join('\n')}\n`);
  }
  return config;
}

/** `stint hook claude` as a process, beside a Node that does nothing, in turns. */
function measureHook(home: string, rounds: number): Measure[] {
  mkdirSync(home);
  const nothing = join(home, 'nothing.cjs');
  writeFileSync(nothing, '');
  const input = JSON.stringify(hookInput('PostToolUse', { cwd: PROJECT, tool_response: 'x'.repeat(20_000) }));
  const run = (...words: string[]): number => {
    const began = performance.now();
    const { status, stdout } = spawnSync(process.execPath, words, { input });
    if (status !== 0 || stdout.length > 0) throw new Error(`the hook failed or spoke: ${stdout.toString()}`);
    return performance.now() - began;
  };
  const stint = join(PROJECT, 'build', 'bin', 'stint.cjs');
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(run(nothing));
    ours.push(run(stint, 'hook', 'claude', '--home', home));
  }
  const hook = asLimit('`stint hook claude`, whole process', median(ours), 60, ms);
  return [{ ...hook, against: `${ms(median(bare))} (Node that does nothing)` }];
}
