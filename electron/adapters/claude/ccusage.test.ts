import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentUse } from '#shared/evidence/agent.ts';
import { withUse } from '#shared/evidence/agent-use.ts';
import { sumUses } from '#shared/evidence/cost.ts';
import { MODEL_PRICES } from '#shared/evidence/model-prices.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { answerLine, EVERY_SHAPE } from '#shared/sources/claude-code/transcript-lines.fixture.ts';
import { Stop } from '#shared/values/stop.ts';
import { createClaudeFiles } from './claude-files.ts';

/** An independent witness of what transcripts say: https://ccusage.com, as a program of this platform. */
const WITNESS = join(
  import.meta.dirname,
  '../../../node_modules/@ccusage',
  `ccusage-${process.platform}-${process.arch}`,
  'bin/ccusage',
);

let folder: string;
let witness: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-ccusage-'));
  if (!existsSync(WITNESS)) return;
  // Installed without scripts it may not be run; a copy of ours may.
  witness = join(folder, 'ccusage');
  cpSync(WITNESS, witness);
  chmodSync(witness, 0o700);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counted {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheCreationTokens: number;
  readonly cacheReadTokens: number;
  readonly totalCost: number;
}
interface Witnessed {
  readonly daily: readonly (Counted & {
    readonly modelBreakdowns: readonly (Omit<Counted, 'totalCost'> & { modelName: string; cost: number })[];
  })[];
  readonly totals: Counted;
}

function ask(config: string): Witnessed {
  const told = execFileSync(witness, ['claude', 'daily', '--json', '--offline', '--timezone', 'UTC'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, HOME: folder, CLAUDE_CONFIG_DIR: config },
  });
  return JSON.parse(told) as Witnessed;
}

async function reckon(config: string) {
  const claude = createClaudeFiles({
    home: folder,
    clock: memoryClock('2026-02-20T09:00:00Z'),
    worker: false,
  });
  const kept = new Map<string, readonly AgentUse[]>();
  const wishes = { configDirs: [config], mark: null, inactiveMs: 600_000, titles: false, stop: new Stop() };
  for await (const piece of claude.read(wishes)) {
    for (const use of piece.uses) kept.set(use.message!, withUse(kept.get(use.message!) ?? [], use));
  }
  return sumUses([...kept.values()].flat(), {});
}

/** Transcripts by name, in a folder of their own. */
function put(name: string, files: Readonly<Record<string, readonly string[]>>): string {
  const config = join(folder, name);
  for (const [file, lines] of Object.entries(files)) {
    const path = join(config, 'projects', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
  return config;
}

async function expectAgreement(config: string): Promise<void> {
  const [ours, theirs] = [await reckon(config), ask(config)];
  expect({ input: ours.input, output: ours.output, write: ours.cacheWrite, read: ours.cacheRead }).toEqual({
    input: theirs.totals.inputTokens,
    output: theirs.totals.outputTokens,
    write: theirs.totals.cacheCreationTokens,
    read: theirs.totals.cacheReadTokens,
  });
  expect(ours.costUsd).toBeCloseTo(theirs.totals.totalCost, 6);
  const models = new Map<string, { output: number; cost: number }>();
  for (const { modelName, outputTokens, cost } of theirs.daily.flatMap((day) => day.modelBreakdowns)) {
    const known = models.get(modelName) ?? { output: 0, cost: 0 };
    models.set(modelName, { output: known.output + outputTokens, cost: known.cost + cost });
  }
  expect(ours.models.map((one) => one.model).toSorted()).toEqual([...models.keys()].toSorted());
  for (const one of ours.models) {
    expect(one.output, one.model).toBe(models.get(one.model)?.output);
    expect(one.costUsd, one.model).toBeCloseTo(models.get(one.model)?.cost ?? -1, 6);
  }
}

describe.skipIf(!existsSync(WITNESS))('ccusage counts the same, to the token and to the cent', () => {
  it('every documented shape, with the sub-agents of the session', async () => {
    const own = { sessionId: 'ses-1', isSidechain: true };
    await expectAgreement(
      put('shapes', {
        'p/ses-1.jsonl': EVERY_SHAPE,
        'p/ses-1/subagents/agent-a.jsonl': [
          answerLine({ id: 'msg_4', request: 'req_5', model: 'claude-haiku-4-5-20251001', line: own }),
          answerLine({ id: 'msg_20', request: 'req_20', at: '2026-02-11T09:00:00.000Z', line: own }),
          answerLine({ id: 'msg_1', request: 'req_21', usage: { output_tokens: 900 }, line: own }),
        ],
        'q/ses-2.jsonl': [
          answerLine({ session: 'ses-2', id: 'msg_2', request: 'req_2', line: { costUSD: 0.0123 } }),
        ],
      }),
    );
  });
  it.each(Object.keys(MODEL_PRICES))('%s, each kind of token, long and fast', async (model) => {
    const kinds = [
      { input_tokens: 100_001 },
      { output_tokens: 100_003 },
      { cache_creation_input_tokens: 100_007 },
      { cache_creation: { ephemeral_5m_input_tokens: 3, ephemeral_1h_input_tokens: 250_009 } },
      { cache_read_input_tokens: 300_011 },
      { input_tokens: 1_000, output_tokens: 2_000, speed: 'fast' },
    ];
    const none = {
      input_tokens: 0,
      output_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation_input_tokens: 0,
    };
    const lines = kinds.map((usage, index) =>
      answerLine({
        model,
        id: `m${index}`,
        request: `r${index}`,
        usage: { ...none, cache_creation: undefined, ...usage },
      }),
    );
    await expectAgreement(put(model, { 'p/ses-1.jsonl': lines }));
  });
  it('a random month of several sessions with copies and sub-agents', async () => {
    // The same month every time: a plain generator with a fixed seed.
    let seed = 20260210;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const models = Object.keys(MODEL_PRICES);
    const files: Record<string, string[]> = {};
    for (let index = 0; index < 3_000; index += 1) {
      const session = `ses-${next(12)}`;
      const isSide = next(4) === 0;
      const number = next(1_500);
      const name = isSide ? `p/${session}/subagents/agent-${next(3)}.jsonl` : `p/${session}.jsonl`;
      (files[name] ??= []).push(
        answerLine({
          session,
          at: new Date(Date.UTC(2026, 1, 1 + next(28), next(24), next(60))).toISOString(),
          // The same answer in several lines, files and sub-agents; always of one model.
          id: next(20) === 0 ? null : `msg_${number}`,
          request: `req_${number}`,
          model: models[number % models.length]!,
          usage: { output_tokens: next(5_000), cache_read_input_tokens: next(100_000) },
          line: isSide ? { isSidechain: true } : {},
        }),
      );
    }
    await expectAgreement(put('month', files));
  });
});
