import fc from 'fast-check';
import type { Entry } from '../entries/entry.ts';
import type { AgentRun } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { Checkout, Commit } from '../evidence/commit.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import type { Story } from '../evidence/git-story.ts';
import { readStory } from '../evidence/git-story.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, lengthMs } from '../values/interval.ts';
import { minutes } from '../values/minutes.ts';
import { parseTicketId } from '../values/ticket-id.ts';
import type { DayEvidence } from './derive-day.ts';
import { keptEntry } from './kept-entry.ts';

const RULES = derivationRules(defaultSettings());
const [COMMIT, PRESENCE, SESSION] = (({ commits, presence, sessions }: Story) =>
  [commits[0]!, presence[0]!, sessions[0]!] as const)(
  readStory('10:00 a\nactive 09:00-10:00\nsession 09:00-10:00 TB-1'),
);

/** Days of 23, 24 and 25 hours. */
const anyStory = fc
  .constantFrom(
    ['2026-02-10', 'Europe/Berlin'],
    ['2026-03-29', 'Europe/Berlin'],
    ['2026-10-25', 'Europe/Berlin'],
    ['2018-11-04', 'America/Sao_Paulo'],
    ['2018-02-17', 'America/Sao_Paulo'],
    ['2011-12-31', 'Pacific/Apia'],
    ['2026-02-10', 'Asia/Kolkata'],
    ['2026-02-10', 'UTC'],
  )
  .map(([date, zone]) => readStory('', date, zone));

const ticket = fc.constantFrom('TB-1', 'TB-2', 'APP-3', '');
const branch = fc.constantFrom('fix/TB-1-x', 'feature/APP-3', 'main', null);
const repository = fc.constantFrom('api', 'web').map((name) => name as Id);

/** Seconds around the day, a little before and after it too. */
const moment = ({ day }: Story) =>
  fc.integer({ min: -3600, max: lengthMs(day) / 1000 + 3600 }).map((s) => instant(day.start + s * 1000));
const stretch = (story: Story, longest: number) =>
  fc
    .tuple(moment(story), fc.integer({ min: 0, max: longest }))
    .map(([start, length]): Interval => ({ start, end: instant(start + length * 1000) }));

const anyCommits = (story: Story): fc.Arbitrary<Commit[]> =>
  fc
    .array(fc.record({ at: moment(story), ticket, branch, repository, isMerge: fc.boolean() }), {
      maxLength: 12,
    })
    .map((list) =>
      list.map(({ at, ticket, isMerge, ...rest }, n) => ({
        ...COMMIT,
        ...rest,
        isMerge: isMerge && n % 4 === 0,
        hash: `c${n}`,
        subject: `${ticket} ${n}`,
        authoredAt: at,
        committedAt: at,
      })),
    );

const anyCheckouts = (story: Story): fc.Arbitrary<Checkout[]> =>
  fc
    .array(fc.record({ span: stretch(story, 20_000), open: fc.boolean(), branch, repository }), {
      maxLength: 5,
    })
    .map((list) =>
      list.map(({ span, open, ...rest }) => ({ ...rest, at: span.start, until: open ? null : span.end })),
    );

const state = fc.constantFrom('active', 'active', 'idle', 'locked', 'suspended', 'unknown') as fc.Arbitrary<
  PresenceSpan['state']
>;
const anyPresence = (story: Story): fc.Arbitrary<PresenceSpan[]> =>
  fc
    .array(fc.record({ span: stretch(story, 15_000), state }), { maxLength: 8 })
    .map((list) => list.map(({ span, state }) => ({ ...PRESENCE, ...span, state })));

/** At the machine from before the day until after it. */
export const presentAllDay = ({ day }: Story): PresenceSpan[] => [
  { ...PRESENCE, start: instant(day.start - 1), end: instant(day.end + 1) },
];

/** Presence known everywhere: one state after the other, from before the day until after it. */
export const seamlessPresence = ({ day }: Story): fc.Arbitrary<PresenceSpan[]> =>
  fc
    .array(fc.record({ length: fc.integer({ min: 60, max: 15_000 }), active: fc.boolean() }), {
      maxLength: 12,
    })
    .map((list) => {
      let start = instant(day.start - 1000);
      return [...list, { length: 100_000, active: false }].map(({ length, active }) => {
        const span = {
          ...PRESENCE,
          start,
          end: instant(start + length * 1000),
          state: active ? 'active' : 'idle',
        };
        start = span.end;
        return span as PresenceSpan;
      });
    });

const anySessions = (story: Story): fc.Arbitrary<Session[]> =>
  fc
    .array(fc.record({ span: stretch(story, 9000), ticket, running: fc.boolean() }), { maxLength: 3 })
    .map((list) =>
      list.map(({ span, ticket, running }, n) => ({
        ...SESSION,
        id: `s${n}` as Id,
        ticket: parseTicketId(ticket),
        startedAt: span.start,
        endedAt: running && n === 0 ? null : span.end,
        status: running && n === 0 ? ('active' as const) : ('completed' as const),
      })),
    );

const CALENDAR = readStory('meeting 09:00-10:00 x').events[0]!;
const RUN = readStory('agent 09:00-10:00').runs[0]!;

const anyEvents = (story: Story): fc.Arbitrary<CalendarEvent[]> =>
  fc
    .array(fc.record({ span: stretch(story, 9000), ticket, attended: fc.constantFrom(null, true, false) }), {
      maxLength: 4,
    })
    .map((list) =>
      list.map(({ span, ticket, attended }, n) => ({
        ...CALENDAR,
        ...span,
        id: `e${n}`,
        title: `${ticket} ${n % 2}`,
        attended,
      })),
    );

const anyMarks = (story: Story): fc.Arbitrary<ToolMark[]> =>
  fc
    .array(
      fc.record({
        at: moment(story),
        ticket,
        kind: fc.constantFrom('start', 'stop'),
        tool: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map((mark) => ({
        ...mark,
        kind: mark.kind,
        ticket: parseTicketId(mark.ticket),
        user: 'ann',
        project: null,
        detail: '',
      })),
    );

const anyBeats = (story: Story): fc.Arbitrary<EditorBeat[]> =>
  fc
    .array(
      fc.record({ at: moment(story), branch, project: fc.constantFrom('api', null), count: fc.nat(9) }),
      {
        maxLength: 4,
      },
    )
    .map((list) =>
      list.flatMap(({ at, branch, project, count }) =>
        Array.from({ length: count }, (_, n) => ({
          user: 'ann',
          at: instant(at + n * 60_000),
          entity: `f${n}`,
          type: 'file' as const,
          category: 'coding',
          project,
          branch,
          language: null,
          editor: 'vim',
          isWrite: false,
        })),
      ),
    );

const anyRuns = (story: Story): fc.Arbitrary<AgentRun[]> =>
  fc.array(fc.record({ span: stretch(story, 9000), branch }), { maxLength: 3 }).map((list) =>
    list.map(({ span, branch }, n) => ({
      ...RUN,
      id: `r${n}`,
      branch,
      startedAt: span.start,
      aliveAt: span.end,
      active: [span],
    })),
  );

const anyKept = (story: Story): fc.Arbitrary<Entry[]> =>
  fc
    .array(
      fc.record({
        span: stretch(story, 7000),
        state: fc.constantFrom('accepted', 'edited', 'deleted'),
      }),
      { maxLength: 3 },
    )
    .map((list) =>
      list.map(({ span, state }, n) => {
        const key = n === 0 ? 'git:TB-1' : n === 1 ? 'git:none' : null;
        return keptEntry(story, '', { id: `kept ${n}` as Id, spans: clip([span], [story.day]), state, key });
      }),
    );

const anyRules: fc.Arbitrary<DerivationRules> = fc.record({
  ...Object.fromEntries(Object.entries(RULES).map(([name, value]) => [name, fc.constant(value)])),
  credit: fc.constantFrom('after', 'before'),
  roundingMode: fc.constantFrom('nearest', 'sum-preserving'),
  rounding: fc.constantFrom(1, 5, 15, 30).map(minutes),
  maxGap: fc.constantFrom(1, 60, 120, 480).map(minutes),
  defaultSession: fc.constantFrom(0, 15, 30, 200).map(minutes),
}) as fc.Arbitrary<DerivationRules>;

/** A day of somebody: what is known of it, what was kept before, and by which rules. */
export interface Case {
  readonly story: Story;
  readonly evidence: DayEvidence;
  readonly kept: Entry[];
  readonly rules: DerivationRules;
}

/** Any such day. @param presenceOf how presence is made of it. */
export const caseWith = (
  presenceOf: (story: Story) => fc.Arbitrary<PresenceSpan[]>,
  rules = anyRules,
): fc.Arbitrary<Case> =>
  anyStory.chain((story) =>
    fc.record({
      story: fc.constant(story),
      evidence: fc.record({
        date: fc.constant(story.date),
        zone: fc.constant(story.zone),
        now: fc.oneof(moment(story), fc.constant(instant(story.day.end + 1))),
        commits: anyCommits(story),
        checkouts: anyCheckouts(story),
        presence: presenceOf(story),
        sessions: anySessions(story),
        events: anyEvents(story),
        marks: anyMarks(story),
        beats: anyBeats(story),
        runs: anyRuns(story),
      }),
      kept: anyKept(story),
      rules,
    }),
  );
/** With presence of any kind. */
export const anyCase = caseWith(anyPresence);
