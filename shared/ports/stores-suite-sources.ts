import type { AgentUse } from '../evidence/agent.ts';
import { aBeat, aMark, anEvent, aRun, aState, aUse, someFacts } from './sample-sources.ts';
import { at, ticket } from './sample-rows.ts';
import type { StoresCase } from './stores-case.ts';

const DAY = { start: at('2026-02-10T00:00:00Z'), end: at('2026-02-11T00:00:00Z') };
const ALWAYS = { start: at('2020-01-01T00:00:00Z'), end: at('2030-01-01T00:00:00Z') };
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);

/** What sources tell may come twice and in any order; what the person said about it stays. */
export const sourceCases: readonly StoresCase[] = [
  {
    name: 'how far sources were read comes back as written, by key',
    async run({ sources }, expect) {
      const broken = aState('ics:2', {
        problem: 'No such host.',
        lastReadAt: null,
        mark: null,
        paused: true,
      });
      await sources.put(broken);
      await sources.put(aState('claude-code', { kind: 'claude-code' }));
      expect(await sources.list()).toEqual([aState('claude-code', { kind: 'claude-code' }), broken]);
      await sources.put({ ...broken, paused: false, problem: null });
      expect(await sources.get('ics:2')).toEqual({ ...broken, paused: false, problem: null });
      await sources.remove('ics:2');
      await sources.remove('ics:2');
      expect(await sources.get('ics:2')).toBeNull();
    },
  },
  {
    name: 'events are found by the time they overlap, by start, source and id',
    async run({ calendar }, expect) {
      const trip = anEvent('trip', {
        series: null,
        start: at('2026-02-01T00:00:00Z'),
        end: at('2026-02-12T00:00:00Z'),
        allDay: true,
        busy: false,
        kind: 'outOfOffice',
      });
      const over = anEvent('over', { start: at('2026-02-09T23:00:00Z'), end: at('2026-02-10T01:00:00Z') });
      const before = anEvent('before', { start: at('2026-02-09T23:00:00Z'), end: DAY.start });
      const after = anEvent('after', { start: DAY.end, end: at('2026-02-11T01:00:00Z') });
      const twin = anEvent('a', { source: 'google:x/y' });
      await calendar.put('ics:1', [anEvent('b'), anEvent('a'), trip, over, before, after], []);
      await calendar.put('google:x/y', [twin], []);
      expect(await calendar.between(DAY)).toEqual([trip, over, twin, anEvent('a'), anEvent('b')]);
      expect(await calendar.named('a')).toEqual([twin, anEvent('a')]);
      expect(await calendar.named('none')).toEqual([]);
      await calendar.clear('ics:1');
      expect(await calendar.between(ALWAYS)).toEqual([twin]);
    },
  },
  {
    name: 'events that are gone go: those named, or those of a window that are not told again',
    async run({ calendar }, expect) {
      const late = anEvent('late', { start: at('2026-02-12T09:00:00Z'), end: at('2026-02-12T10:00:00Z') });
      await calendar.put('ics:1', [anEvent('a'), anEvent('b'), anEvent('c'), late], []);
      await calendar.put('ics:2', [anEvent('b', { source: 'ics:2' })], []);
      await calendar.put('ics:1', [], ['b', 'never was']);
      expect(ids(await calendar.between(DAY))).toEqual(['a', 'c', 'b']);
      const moved = { ...anEvent('a'), start: at('2026-02-13T09:00:00Z'), end: at('2026-02-13T10:00:00Z') };
      await calendar.put('ics:1', [moved], { window: DAY });
      expect((await calendar.between(ALWAYS)).map((e) => `${e.source} ${e.id}`)).toEqual([
        'ics:2 b',
        'ics:1 late',
        'ics:1 a',
      ]);
      await calendar.put('ics:1', [], { window: { start: DAY.start, end: late.start } });
      expect(ids(await calendar.between(ALWAYS))).toEqual(['b', 'late', 'a']);
    },
  },
  {
    name: 'what the person said about a meeting stays when it is read again, also when it moved',
    async run({ calendar }, expect) {
      await calendar.put('ics:1', [anEvent('a'), anEvent('b', { attended: true })], []);
      expect(await calendar.setAttended('ics:1', 'a', false)).toBe(true);
      expect(await calendar.setAttended('ics:2', 'a', false)).toBe(false);
      const moved = anEvent('a', { start: at('2026-02-10T10:00:00Z'), end: at('2026-02-10T11:00:00Z') });
      await calendar.put('ics:1', [moved, anEvent('b')], { window: DAY });
      expect(await calendar.between(DAY)).toEqual([
        anEvent('b', { attended: true }),
        { ...moved, attended: false },
      ]);
      await calendar.setAttended('ics:1', 'a', null);
      expect((await calendar.named('a'))[0]?.attended).toBeNull();
    },
  },
  {
    name: 'lines of tools are added once and told by time, of one person',
    async run({ tools }, expect) {
      const stop = aMark('2026-02-10T10:00:00Z', { kind: 'stop', ticket: null, project: null, detail: '' });
      const start = aMark('2026-02-10T09:00:00Z');
      expect(await tools.addMarks([stop, start, start])).toBe(2);
      expect(await tools.addMarks([{ ...start, detail: 'told again' }, stop])).toBe(0);
      expect(
        await tools.addMarks([
          aMark('2026-02-10T09:00:00Z', { ticket: ticket('TB-1') }),
          aMark('2026-02-10T09:00:00Z', { user: 'bob' }),
          aMark('2026-02-11T00:00:00Z'),
        ]),
      ).toBe(3);
      expect(await tools.marks('ann', DAY)).toEqual([
        start,
        aMark('2026-02-10T09:00:00Z', { ticket: ticket('TB-1') }),
        stop,
      ]);
      expect(await tools.addMarks([])).toBe(0);
    },
  },
  {
    name: 'signs of life are added once, whatever else they say, and told by time',
    async run({ tools }, expect) {
      const first = aBeat('2026-02-10T09:00:00.250Z', { isWrite: true });
      const bare = aBeat('2026-02-10T08:00:00Z', {
        entity: 'example.com',
        type: 'domain',
        project: null,
        branch: null,
        language: null,
        editor: null,
      });
      expect(await tools.addBeats([first, bare, { ...first, category: 'debugging' }])).toBe(2);
      expect(await tools.addBeats([{ ...first, branch: null }, aBeat('2026-02-10T09:00:00.251Z')])).toBe(1);
      expect(
        await tools.addBeats([
          { ...first, type: 'app' },
          { ...first, user: 'bob' },
        ]),
      ).toBe(2);
      expect(await tools.beats('ann', DAY)).toEqual([
        bare,
        { ...first, type: 'app' },
        first,
        aBeat('2026-02-10T09:00:00.251Z'),
      ]);
      expect(await tools.beats('ann', { start: DAY.start, end: bare.at })).toEqual([]);
    },
  },
  {
    name: 'a run reaches as far as any reading of it says, and is open until one says it ended',
    async run({ agents }, expect) {
      const early = aRun('r1', {
        startedAt: at('2026-02-10T08:00:00Z'),
        aliveAt: at('2026-02-10T08:30:00Z'),
        branch: 'main',
        active: [{ start: at('2026-02-10T08:00:00Z'), end: at('2026-02-10T09:10:00Z') }],
      });
      await agents.putRuns([aRun('r1', { title: '' }), aRun('r1', { user: 'bob' }), early]);
      const joined = {
        ...aRun('r1'),
        startedAt: early.startedAt,
        active: [{ start: at('2026-02-10T08:00:00Z'), end: at('2026-02-10T09:20:00Z') }],
      };
      expect(await agents.runs('ann', DAY)).toEqual([joined]);
      expect(await agents.openRuns('ann')).toEqual([joined]);
      await agents.putRuns([aRun('r1', { ended: 'stopped', cwd: null }), early]);
      expect(await agents.openRuns('ann')).toEqual([]);
      expect(await agents.runs('ann', DAY)).toEqual([{ ...joined, ended: 'stopped' }]);
      await agents.putRuns([aRun('r1', { aliveAt: at('2026-02-10T11:00:00Z') })]);
      expect(ids(await agents.openRuns('ann'))).toEqual(['r1']);
    },
  },
  {
    name: 'runs are found by the time they overlap, long ones too',
    async run({ agents }, expect) {
      const days = aRun('days', {
        startedAt: at('2026-02-01T00:00:00Z'),
        aliveAt: at('2026-02-20T00:00:00Z'),
      });
      const before = aRun('before', { startedAt: at('2026-02-09T23:00:00Z'), aliveAt: DAY.start });
      const after = aRun('after', { startedAt: DAY.end, aliveAt: at('2026-02-11T01:00:00Z') });
      await agents.putRuns([after, before, aRun('z'), aRun('a'), aRun('a', { agent: 'codex' }), days]);
      expect((await agents.runs('ann', DAY)).map((run) => `${run.agent} ${run.id}`)).toEqual([
        'claude-code days',
        'claude-code a',
        'claude-code z',
        'codex a',
      ]);
      await agents.putRuns([]);
    },
  },
  {
    name: 'of the copies of an answer the better one is kept; answers that name no message all count',
    async run({ agents }, expect) {
      const kept = async (): Promise<readonly AgentUse[]> => agents.uses(DAY);
      const parent = aUse('m1', { output: 7 });
      await agents.putUses([
        aUse('m1'),
        aUse('m1', { request: 'q2', isSidechain: true, output: 9000, run: 'r1/sub' }),
        parent,
        aUse('m1', { output: 1 }),
      ]);
      expect(await kept()).toEqual([parent]);
      await agents.putUses([
        aUse(null),
        aUse(null),
        aUse('m1', { request: null }),
        aUse('m1', { agent: 'codex' }),
      ]);
      expect((await kept()).length).toBe(5);
      await agents.putUses([parent, aUse('m1', { agent: 'codex', cost: 0.25 })]);
      expect((await kept()).filter((use) => use.agent === 'codex')).toEqual([
        aUse('m1', { agent: 'codex', cost: 0.25 }),
      ]);
      await agents.putUses([aUse('late', { at: DAY.end }), aUse('first', { at: DAY.start })]);
      expect((await kept())[0]?.message).toBe('first');
      expect((await kept()).length).toBe(6);
    },
  },
  {
    name: 'facts of tickets are replaced when read again, and found by words in any case',
    async run({ ticketFacts }, expect) {
      const facts = someFacts('TB-042');
      const bare = someFacts('APP-7', {
        type: null,
        status: null,
        estimate: null,
        labels: [],
        url: null,
        title: 'ÖFFNEN',
        from: 'file',
        at: at('2026-02-10T10:00:00Z'),
      });
      await ticketFacts.put([facts, bare]);
      expect(await ticketFacts.get(facts.ticket)).toEqual(facts);
      expect(await ticketFacts.get(ticket('TB-1'))).toBeNull();
      expect(await ticketFacts.search('', 9)).toEqual([bare, facts]);
      expect(await ticketFacts.search('', 1)).toEqual([bare]);
      expect(await ticketFacts.search(' öffnen ', 9)).toEqual([bare]);
      expect(await ticketFacts.search('r&d', 9)).toEqual([facts]);
      expect(await ticketFacts.search('tb-0', 9)).toEqual([facts]);
      const again = { ...facts, status: 'Done', labels: [], at: at('2026-02-10T11:00:00Z') };
      await ticketFacts.put([again]);
      expect(await ticketFacts.search('', 9)).toEqual([again, bare]);
    },
  },
];
