import { beforeEach, describe, expect, it } from 'vitest';
import type { AgentTrace } from '../../evidence/agent-trace.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aUse } from '../../ports/sample-sources.ts';
import { hookInput } from '../../sources/claude-code/hook-events.fixture.ts';
import { signOfHook, spoolLine } from '../../sources/claude-code/hook-sign.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { hearAgentHook, lookSoon } from './agent-hook.ts';
import { showAgentRuns } from './agent-runs.ts';
import { CLAUDE_LIVE, CLAUDE_TRANSCRIPTS } from './claude-source.ts';
import { showDay } from '../show-day.ts';
import { listSources, pauseSource, readSources } from './sources.ts';

const at = (clock: string): Instant => parseInstant(`2026-02-10T${clock}:00+01:00`)!;
let world: MemoryWorld;

beforeEach(() => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', { 'git.rounding': '1m' });
});

/** `ses-1 10:00 UserPromptSubmit`, one line each, as hooks left it. */
function hooks(story: string, branch: string | null = 'fix/TB-042-socket'): void {
  for (const line of story.trim().split('\n')) {
    const [session, clock, event] = line.trim().split(/\s+/) as [string, string, string];
    const sign = signOfHook(hookInput(event, { session_id: session }), at(clock), () => branch)!;
    world.claude.lines.push(spoolLine({ ...sign, tookMs: null }));
  }
}
async function wasThere(...times: string[]): Promise<void> {
  for (let index = 0; index < times.length; index += 2) {
    await world.stores.evidence.putPresence({
      id: world.ids.next(at(times[index]!)),
      user: 'max',
      start: at(times[index]!),
      end: at(times[index + 1]!),
      state: 'active',
      backend: 'test',
      zone: 'Europe/Berlin',
      open: false,
    });
  }
}
const trace = (id: string, from: string, to: string, more: Partial<AgentTrace> = {}): AgentTrace => ({
  agent: 'claude-code',
  id,
  signs: [{ start: at(from), end: at(to) }],
  last: null,
  cwd: '/home/max/shop',
  branch: 'fix/TB-042-socket',
  title: '',
  ...more,
});
const tell = (piece: Partial<MemoryWorld['claude']['pieces'][number]>): void =>
  void world.claude.pieces.push({ uses: [], runs: [], skipped: 0, unreadable: 0, ...piece });
const entries = async () =>
  (await showDay(world, { date: '2026-02-10' })).entries.map(
    (entry) => `${entry.source} ${entry.ticket ?? entry.project} ${entry.minutes}`,
  );
const stateOf = async (key: string) => (await listSources(world)).find((source) => source.key === key);

describe('a session told by hooks', () => {
  it('is an entry where the person was there, and in the other ledger all of it', async () => {
    hooks(`ses-1 09:00 SessionStart
           ses-1 09:01 UserPromptSubmit
           ses-1 09:10 PostToolUse
           ses-1 09:20 PostToolUse
           ses-1 09:30 PostToolUse
           ses-1 09:40 Stop`);
    await wasThere('09:00', '09:15');
    expect(await entries()).toEqual(['agent TB-042 15']);
    const { runs, totals } = await showAgentRuns(world, { date: 'today' });
    expect(runs).toMatchObject([
      {
        id: 'ses-1',
        ticket: 'TB-042',
        project: 'TB',
        agentMinutes: 40,
        attentionMinutes: 15,
        ended: 'stopped',
      },
    ]);
    expect(totals).toMatchObject({ agentMinutes: 40, attentionMinutes: 15 });
  });
  it('books nothing of a night in which nobody was there', async () => {
    hooks('ses-1 02:00 UserPromptSubmit\nses-1 02:09 PostToolUse\nses-1 02:15 Stop');
    await wasThere('09:00', '09:05');
    expect(await entries()).toEqual([]);
    expect((await showAgentRuns(world, { date: 'today' })).totals).toMatchObject({
      agentMinutes: 15,
      attentionMinutes: 0,
    });
  });
  it('is read on where the last reading ended, however often', async () => {
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 09:05 PostToolUse');
    await readSources(world, { source: CLAUDE_LIVE });
    const before = await world.stores.agents.runs('max', { start: at('00:00'), end: at('23:00') });
    await readSources(world, { source: CLAUDE_LIVE });
    expect(await world.stores.agents.runs('max', { start: at('00:00'), end: at('23:00') })).toEqual(before);
    hooks('ses-1 09:12 PostToolUse\nses-1 09:13 Stop');
    await readSources(world, { source: CLAUDE_LIVE });
    expect((await showAgentRuns(world, { date: 'today' })).runs).toMatchObject([
      { agentMinutes: 13, ended: 'stopped' },
    ]);
  });
  it('that broke off in the middle crashed at its last sign of life; one that waited is just over', async () => {
    world.clock.jumpTo(parseInstant('2026-02-10T09:06:00+01:00')!);
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 09:05 PostToolUse\nses-2 09:00 SessionStart');
    await readSources(world, {});
    expect(await world.stores.agents.openRuns('max')).toHaveLength(2);
    world.clock.jumpTo(parseInstant('2026-02-10T12:00:00+01:00')!);
    const { runs } = await showAgentRuns(world, { date: 'today' });
    expect(runs.map((run) => [run.id, run.ended, run.endedAt])).toEqual([
      ['ses-1', 'crashed', '2026-02-10T08:05:00.000Z'],
      ['ses-2', 'inactive', '2026-02-10T08:00:00.000Z'],
    ]);
  });
  it('fifty of them side by side are fifty runs, and one person', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    hooks(numbers.map((n) => `ses-${n} 09:00 UserPromptSubmit`).join('\n'));
    hooks(numbers.map((n) => `ses-${n} 09:09 Stop`).join('\n'));
    await wasThere('09:00', '09:09');
    const { runs, totals } = await showAgentRuns(world, { date: 'today' });
    expect(runs).toHaveLength(50);
    expect(totals).toMatchObject({ agentMinutes: 450, attentionMinutes: 9 });
    expect(await entries()).toEqual(['agent TB-042 9']);
  });
  it('lines nobody can read, and of the future, change nothing', async () => {
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 23:30 Stop');
    world.claude.lines.push('{"half', '[]', 'null');
    await readSources(world, { source: CLAUDE_LIVE });
    expect((await showAgentRuns(world, { date: 'today' })).runs).toMatchObject([
      { id: 'ses-1', agentMinutes: 0, endedAt: '2026-02-10T08:00:00.000Z' },
    ]);
  });
  it('a prompt typed just now is a sign of the person; an old one, or a machine’s, is none', async () => {
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 18:00 PostToolUse');
    await readSources(world, { source: CLAUDE_LIVE });
    expect(world.seen.signsOfLife).toBe(0);
    hooks('ses-1 18:00 UserPromptSubmit');
    await readSources(world, { source: CLAUDE_LIVE });
    expect(world.seen.signsOfLife).toBe(1);
  });
});

describe('the door of hooks', () => {
  it('keeps an event, and answers before it is read', async () => {
    expect(await hearAgentHook(world, hookInput('Stop'))).toEqual({});
    expect(world.claude.noted).toHaveLength(1);
    expect(await hearAgentHook(world, { nonsense: true })).toEqual({});
  });
  it('many calls are one look and one behind it, which sees what came meanwhile', async () => {
    hooks('ses-1 17:50 UserPromptSubmit');
    const first = lookSoon(world);
    hooks('ses-1 17:55 Stop');
    const others = Array.from({ length: 20 }, () => lookSoon(world));
    expect(new Set(others).size).toBe(1);
    await first;
    world.clock.advance(5_000);
    await Promise.all(others);
    expect(await world.stores.agents.runs('max', { start: at('17:00'), end: at('18:00') })).toMatchObject([
      { id: 'ses-1', ended: 'stopped', aliveAt: at('17:55') },
    ]);
  });
  it('a disk that is full fails nobody', async () => {
    const full = { ...world, claude: { ...world.claude, note: () => Promise.reject(new Error('ENOSPC')) } };
    expect(await hearAgentHook(full, hookInput('Stop'))).toEqual({});
  });
});

describe('transcripts', () => {
  it('give tokens and costs to their runs, by model', async () => {
    tell({
      runs: [trace('ses-1', '09:00', '09:30')],
      uses: [
        aUse('m-1', { run: 'ses-1', at: at('09:10'), model: 'claude-opus-4-8', input: 1_000_000, output: 0 }),
        aUse('m-2', { run: 'ses-1', at: at('09:20'), model: 'claude-nonesuch-9', input: 7, output: 0 }),
      ].map((use) => ({ ...use, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, cost: null, isFast: false })),
    });
    const { runs, totals, warnings } = await showAgentRuns(world, { date: '2026-02-10' });
    expect(runs).toMatchObject([
      {
        title: 'shop · fix/TB-042-socket',
        agentMinutes: 30,
        ended: 'inactive',
        costUsd: 5,
        models: [
          { model: 'claude-opus-4-8', input: 1_000_000, costUsd: 5 },
          { model: 'claude-nonesuch-9', input: 7, costUsd: 0 },
        ],
      },
    ]);
    expect(totals).toMatchObject({ input: 1_000_007, costUsd: 5 });
    expect(warnings).toEqual([expect.stringContaining('claude-nonesuch-9')]);
  });
  it('and hooks tell of one run together: it ended when its hook said so', async () => {
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 09:30 Stop');
    tell({ runs: [trace('ses-1', '09:00', '09:31')] });
    expect((await showAgentRuns(world, { date: 'today' })).runs).toMatchObject([
      { agentMinutes: 31, ended: 'stopped' },
    ]);
  });
  it('a piece that was read before changes nothing', async () => {
    tell({
      runs: [trace('ses-1', '09:00', '09:30')],
      uses: [aUse('m-1', { run: 'ses-1', at: at('09:10') })],
    });
    const first = await showAgentRuns(world, { date: 'today' });
    await world.stores.sources.put({ ...(await world.stores.sources.get(CLAUDE_TRANSCRIPTS))!, mark: null });
    expect(await showAgentRuns(world, { date: 'today' })).toEqual(first);
  });
  it('that will be deleted before they are read are named', async () => {
    tell({});
    expect((await showAgentRuns(world, { date: 'today' })).warnings).toEqual([]);
    world.claude.surveyed = { files: 9, unread: 3, atRisk: 2, keptDays: 30 };
    expect((await showAgentRuns(world, { date: 'today' })).warnings).toEqual([
      expect.stringMatching(/^2 transcripts are not read yet and will be deleted within five days/),
    ]);
    expect((await stateOf(CLAUDE_TRANSCRIPTS))?.today).toContain('2 transcripts are not read yet');
  });
});

describe('as sources', () => {
  it('are off until there is something, and can be paused', async () => {
    expect(await stateOf(CLAUDE_LIVE)).toMatchObject({
      state: 'off',
      detail: expect.stringContaining('stint hook claude') as string,
    });
    expect(await stateOf(CLAUDE_TRANSCRIPTS)).toMatchObject({ state: 'off' });
    hooks('ses-1 09:00 UserPromptSubmit\nses-1 09:08 Stop');
    tell({ runs: [trace('ses-2', '09:00', '09:30')] });
    await readSources(world, {});
    expect(await stateOf(CLAUDE_LIVE)).toMatchObject({ state: 'ready', today: '2 runs, 38m at work' });
    await pauseSource(world, { source: CLAUDE_LIVE });
    hooks('ses-3 10:00 UserPromptSubmit');
    expect((await showAgentRuns(world, { date: 'today' })).runs.map((run) => run.id)).toEqual([
      'ses-1',
      'ses-2',
    ]);
  });
  it('the setting that keeps transcripts away does', async () => {
    await world.settings.set('claude.transcripts', false);
    tell({ runs: [trace('ses-2', '09:00', '09:30')] });
    expect((await showAgentRuns(world, { date: 'today' })).runs).toEqual([]);
  });
});
