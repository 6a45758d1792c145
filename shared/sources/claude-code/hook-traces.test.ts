import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentRun } from '../../evidence/agent.ts';
import { joinedRun } from '../../evidence/agent-run.ts';
import { runOfTrace } from '../../evidence/agent-trace.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { EVENT_NAMES, OF_TOMORROW, hookInput } from './hook-events.fixture.ts';
import type { HookSign } from './hook-sign.ts';
import { readSpoolLine, signOfHook, spoolLine } from './hook-sign.ts';
import { isFromPerson, tracesOfHooks } from './hook-traces.ts';

const at = (clock: string): Instant => parseInstant(`2026-02-10T${clock}+01:00`)!;
const said = (clock: string, event: string, more: object = {}): HookSign =>
  signOfHook(hookInput(event, more), at(clock), () => 'fix/TB-042-socket')!;

/** A story told in one reading: `10:00:00 SessionStart, …`, looked at at a time. */
function runOf(
  signs: readonly HookSign[],
  now: string,
  known: AgentRun | null = null,
  inactiveMs = 600_000,
): AgentRun | null {
  const [trace] = tracesOfHooks(signs);
  const run = trace ? runOfTrace(trace, known, { user: 'max', now: at(now), inactiveMs }) : null;
  return run && known ? joinedRun(known, run) : run;
}
const clockOf = (time: number): string => new Date(time + 3_600_000).toISOString().slice(11, 19);
const pictured = (run: AgentRun | null) =>
  run === null
    ? null
    : {
        from: clockOf(run.startedAt),
        to: clockOf(run.aliveAt),
        ended: run.ended,
        active: run.active.map((span) => `${clockOf(span.start)}–${clockOf(span.end)}`),
      };

describe('what is kept of an event', () => {
  it.each([...EVENT_NAMES, OF_TOMORROW])('%s: where, when and what kind, never a word of it', (event) => {
    const sign = said('10:00:00', event);
    expect(sign).toMatchObject({ session: 'ses-1', event, at: at('10:00:00'), branch: 'fix/TB-042-socket' });
    const line = spoolLine(sign);
    expect(line).not.toContain('SECRET');
    expect(line).not.toContain('tomorrow');
    expect(readSpoolLine(line)).toEqual(sign);
  });
  it('there are 33 of them', () => expect(EVENT_NAMES).toHaveLength(33));
  it.each([
    ['SessionEnd', {}, 'prompt_input_exit'],
    ['Notification', {}, 'idle_prompt'],
    ['PostCompact', {}, 'auto'],
    ['PostToolUseFailure', {}, null],
    ['PostToolUseFailure', { is_interrupt: true }, 'interrupt'],
    ['Stop', {}, null],
    ['Stop', { background_tasks: [{ type: 'shell', status: 'running', command: 'SECRET' }] }, null],
    ['Stop', { background_tasks: [null, { type: 'subagent', description: 'SECRET' }] }, 'background'],
    ['Stop', { background_tasks: 'SECRET' }, null],
    ['PermissionDenied', {}, null],
    ['SessionEnd', { reason: 'SECRET words that are no reason' }, null],
  ])('of %s with %j the one word %s', (event, more, word) => {
    const sign = said('10:00:00', event, more);
    expect(sign.source).toBe(word);
    expect(spoolLine(sign)).not.toContain('SECRET');
  });
  it('a folder that changed is the new one', () =>
    expect(said('10:00:00', 'CwdChanged').cwd).toBe('/home/max/shop/api'));
  it.each([
    [null],
    [undefined],
    [7],
    ['text'],
    [[]],
    [{}],
    [{ session_id: 'x' }],
    [{ hook_event_name: 'Stop' }],
    [{ session_id: 5, hook_event_name: 'Stop' }],
    [{ session_id: '', hook_event_name: 'Stop' }],
    [{ session_id: 'x'.repeat(2000), hook_event_name: 'Stop' }],
  ])('%j is no event', (input) => expect(signOfHook(input, at('10:00:00'), () => null)).toBeNull());
  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"session":"x"}',
    '{"session":"x","event":"Stop","at":"now"}',
    '{"at":1e999}',
  ])('the line %j is none', (line) => expect(readSpoolLine(line)).toBeNull());
  it('any JSON at all is read without a fall', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sign = signOfHook(value, at('10:00:00'), () => null);
        if (sign !== null) expect(readSpoolLine(spoolLine(sign))).toEqual(sign);
        readSpoolLine(JSON.stringify(value));
      }),
    );
  });
});

describe('runs', () => {
  it('SessionStart opens, activity extends, Stop ends', () => {
    const story = [said('10:00:00', 'SessionStart'), said('10:01:00', 'UserPromptSubmit')];
    expect(pictured(runOf(story, '10:01:30'))).toEqual({
      from: '10:00:00',
      to: '10:01:00',
      ended: null,
      active: ['10:00:00–10:01:00'],
    });
    const later = [...story, said('10:09:00', 'PostToolUse'), said('10:12:00', 'Stop')];
    expect(pictured(runOf(later, '10:12:01'))).toMatchObject({ to: '10:12:00', ended: 'stopped' });
  });
  it('signs no further apart than the limit are one stretch, longer silence is a pause', () => {
    const story = [
      said('10:00:00', 'UserPromptSubmit'),
      said('10:10:00', 'Stop'),
      said('10:20:01', 'UserPromptSubmit'),
      said('10:25:00', 'Stop'),
    ];
    expect(pictured(runOf(story, '10:26:00'))!.active).toEqual(['10:00:00–10:10:00', '10:20:01–10:25:00']);
  });
  it('a tool was at work all the while it took', () => {
    const story = [
      said('10:00:00', 'PreToolUse'),
      said('10:45:00', 'PostToolUse', { duration_ms: 45 * 60_000 }),
      said('10:45:10', 'Stop'),
    ];
    expect(pictured(runOf(story, '10:46:00'))!.active).toEqual(['10:00:00–10:45:10']);
  });
  it.each([
    ['resume', 'working', 'crashed'],
    ['resume', 'waiting', 'inactive'],
  ])('after %s nothing more came while it was %s: %s', (source, state, ended) => {
    const story = [
      said('10:00:00', 'SessionStart', { source }),
      ...(state === 'working' ? [said('10:04:00', 'UserPromptSubmit')] : []),
    ];
    expect(runOf(story, '10:05:00')!.ended).toBeNull();
    const run = runOf(story, '10:30:00')!;
    expect(run.ended).toBe(ended);
    expect(clockOf(run.aliveAt)).toBe(state === 'working' ? '10:04:00' : '10:00:00');
  });
  it('whoever resumes it opens it again; compacting goes on; clear and fork are other sessions', () => {
    const first = runOf([said('10:00:00', 'UserPromptSubmit'), said('10:05:00', 'SessionEnd')], '10:06:00')!;
    expect(first.ended).toBe('stopped');
    const again = runOf([said('11:00:00', 'SessionStart', { source: 'resume' })], '11:00:01', first)!;
    expect(pictured(again)).toEqual({
      from: '10:00:00',
      to: '11:00:00',
      ended: null,
      active: ['10:00:00–10:05:00'],
    });
    const compacted = runOf([said('11:01:00', 'SessionStart', { source: 'compact' })], '11:01:01', again)!;
    expect(compacted.startedAt).toBe(first.startedAt);
    const both = tracesOfHooks([
      said('10:00:00', 'SessionEnd', { reason: 'clear' }),
      said('10:00:01', 'SessionStart', { source: 'clear', session_id: 'ses-2' }),
      said('10:00:02', 'SessionStart', { source: 'fork', session_id: 'ses-3' }),
    ]);
    expect(both.map((trace) => [trace.id, trace.last])).toEqual([
      ['ses-1', 'stopped'],
      ['ses-2', 'waiting'],
      ['ses-3', 'waiting'],
    ]);
  });
  it('a hook that was started before the last one and ended after it opens nothing, in one reading or two', () => {
    const stop = [said('10:00:00', 'UserPromptSubmit'), said('10:05:00', 'Stop')];
    const straggler = said('10:05:01', 'PostToolUse');
    expect(runOf([...stop, straggler], '10:05:02')!.ended).toBe('stopped');
    expect(runOf([straggler], '10:05:02', runOf(stop, '10:05:00'))!.ended).toBe('stopped');
    expect(runOf([said('10:05:30', 'PreToolUse')], '10:05:31', runOf(stop, '10:05:00'))!.ended).toBeNull();
  });
  it('a sub-agent belongs to its session, and its end is not the session’s', () => {
    const run = runOf([said('10:00:00', 'SubagentStart'), said('10:05:00', 'SubagentStop')], '10:05:01')!;
    expect(pictured(run)).toMatchObject({ ended: null, active: ['10:00:00–10:05:00'] });
  });
  it('a file somebody saved is no work, nor is a reminder that it waits', () => {
    const signs = ['FileChanged', 'ConfigChange'].map((event) => said('11:00:00', event));
    const done = said('11:00:00', 'Notification', { notification_type: 'agent_completed' });
    expect(tracesOfHooks([...signs, done])).toEqual([]);
    expect(tracesOfHooks([said('11:00:00', 'Notification')])).toMatchObject([{ signs: [], last: 'waiting' }]);
  });
  it.each([
    ['a permission was asked for', [said('10:02:00', 'PermissionRequest')]],
    ['it asked the person', [said('10:02:00', 'PreToolUse', { tool_name: 'AskUserQuestion' })]],
    ['its plan waits to be agreed to', [said('10:02:00', 'PreToolUse', { tool_name: 'ExitPlanMode' })]],
    ['it reminded of itself', [said('10:02:00', 'PreToolUse'), said('10:03:00', 'Notification')]],
    ['the person broke it off', [said('10:02:00', 'PostToolUseFailure', { is_interrupt: true })]],
    ['the person had it compacted', [said('10:02:00', 'PostCompact', { trigger: 'manual' })]],
    [
      'agents work on in the background',
      [said('10:02:00', 'Stop', { background_tasks: [{ type: 'subagent' }] })],
    ],
  ])('%s: it has not ended, and silence after it is no crash', (_what, signs) => {
    const story = [said('10:00:00', 'UserPromptSubmit'), ...signs];
    expect(tracesOfHooks(story)).toMatchObject([{ last: 'waiting' }]);
    expect(pictured(runOf(story, '10:05:00'))).toMatchObject({ to: '10:02:00', ended: null });
    expect(runOf(story, '10:30:00')!.ended).toBe('inactive');
    expect(tracesOfHooks([...story, said('10:06:00', 'PreToolUse')])).toMatchObject([{ last: 'working' }]);
  });
  it('a reminder after the end of a turn opens nothing, in one reading or two', () => {
    const stop = [said('10:00:00', 'UserPromptSubmit'), said('10:05:00', 'Stop')];
    const reminder = said('10:06:00', 'Notification');
    expect(runOf([...stop, reminder], '10:06:01')!.ended).toBe('stopped');
    expect(runOf([reminder], '10:06:01', runOf(stop, '10:05:01'))).toBeNull();
  });
  it.each(['StopFailure', 'SessionEnd'])('%s ends it as Stop does', (event) => {
    const run = runOf([said('10:00:00', 'UserPromptSubmit'), said('10:04:00', event)], '10:05:00')!;
    expect(pictured(run)).toMatchObject({ to: '10:04:00', ended: 'stopped' });
  });
  it('a tool that failed was at work all the while, too', () => {
    const story = [
      said('10:00:00', 'PreToolUse'),
      said('10:45:00', 'PostToolUseFailure', { duration_ms: 45 * 60_000 }),
    ];
    expect(pictured(runOf(story, '10:46:00'))).toMatchObject({
      ended: null,
      active: ['10:00:00–10:45:00'],
    });
  });
  it('folder and branch are the last that were told', () => {
    const [trace] = tracesOfHooks([said('10:01:00', 'CwdChanged'), said('10:00:00', 'PreToolUse')]);
    expect(trace).toMatchObject({ cwd: '/home/max/shop/api', branch: 'fix/TB-042-socket', title: '' });
  });
  it('a sub-agent in a work tree of its own does not move its session there', () => {
    const own = { agent_id: 'a-1', cwd: '/home/max/shop/.claude/worktrees/a-1' };
    const inside = { ...said('10:02:00', 'PreToolUse', own), branch: 'worktree-a-1' };
    const session = said('10:01:00', 'PreToolUse');
    const known = runOf([session], '10:01:01');
    for (const run of [runOf([session, inside], '10:02:01'), runOf([inside], '10:02:01', known)])
      expect(run).toMatchObject({
        cwd: '/home/max/shop',
        branch: 'fix/TB-042-socket',
        aliveAt: at('10:02:00'),
      });
  });
});

describe('clocks', () => {
  it('what lies ahead has not happened', () => {
    expect(runOf([said('15:00:00', 'PreToolUse')], '10:00:00')).toBeNull();
    const story = [said('10:00:00', 'PreToolUse'), said('15:00:00', 'PostToolUse')];
    expect(pictured(runOf(story, '10:00:05'))).toMatchObject({ to: '10:00:00', active: [] });
  });
  it('a clock that is a little ahead is forgiven', () =>
    expect(runOf([said('10:00:30', 'PreToolUse')], '10:00:00')).not.toBeNull());
  it('no tool worked for days', () => {
    const story = [said('10:00:00', 'PostToolUse', { duration_ms: 3 * 86_400_000 })];
    expect(pictured(runOf(story, '10:00:01'))).toMatchObject({ from: '10:00:00', active: [] });
  });
});

it('the order of hooks and the readings they came in do not matter for the time at work', () => {
  const signs = fc.array(
    fc.record({ minute: fc.integer({ min: 0, max: 300 }), event: fc.constantFrom(...EVENT_NAMES) }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(signs, fc.infiniteStream(fc.boolean()), (given, cuts) => {
      const told = given.map(({ minute, event }) => ({
        ...said('08:00:00', event),
        at: (at('08:00:00') + minute * 60_000) as Instant,
        tookMs: null,
      }));
      const inTime = told.toSorted((a, b) => a.at - b.at);
      const whole = runOf(told, '18:00:00');
      const readings = inTime.reduce<HookSign[][]>((all, sign) => {
        if (all.length === 0 || cuts.next().value) all.push([sign]);
        else all.at(-1)!.push(sign);
        return all;
      }, []);
      const apart = readings.reduce<AgentRun | null>(
        (run, some) => runOf(some, '18:00:00', run) ?? run,
        null,
      );
      expect(apart?.active).toEqual(whole?.active);
      expect(apart?.startedAt).toBe(whole?.startedAt);
      expect(apart?.aliveAt).toBe(whole?.aliveAt);
    }),
  );
});

it.each([
  ['UserPromptSubmit', { source: 'user' }, true],
  ['UserPromptSubmit', { source: undefined }, true],
  ['UserPromptSubmit', { source: 'sdk' }, false],
  ['UserPromptSubmit', { source: 'schedule_wakeup' }, false],
  ['UserPromptSubmit', { agent_id: 'a-1' }, false],
  ['SessionEnd', { reason: 'prompt_input_exit' }, true],
  ['SessionEnd', { reason: 'clear' }, true],
  ['SessionEnd', { reason: 'other' }, false],
  ['SessionEnd', { reason: undefined }, false],
  ['Stop', {}, false],
])('%s of %j is a sign of the person: %s', (event, more, expected) =>
  expect(isFromPerson(said('10:00:00', event, more))).toBe(expected),
);
