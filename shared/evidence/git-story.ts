import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { atClock, dayInterval } from '../values/local-day.ts';
import { parseTicketId } from '../values/ticket-id.ts';
import type { AgentRun } from './agent.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { Checkout, Commit } from './commit.ts';
import type { EditorBeat } from './editor-beat.ts';
import type { PresenceSpan, PresenceState } from './presence.ts';
import type { Session } from './session.ts';
import type { ToolMark } from './tool-mark.ts';

/** A day's evidence as tests tell it. */
export interface Story {
  readonly date: LocalDay;
  readonly zone: Zone;
  readonly day: Interval;
  readonly commits: Commit[];
  readonly checkouts: Checkout[];
  readonly presence: PresenceSpan[];
  readonly sessions: Session[];
  readonly events: CalendarEvent[];
  readonly marks: ToolMark[];
  readonly beats: EditorBeat[];
  readonly runs: AgentRun[];
  /** The instant at which the day's wall clock shows `HH:MM`; `24:00` is the end of the day. */
  at(clock: string): Instant;
}

/**
 * Reads evidence from lines of plain words, for tests only:
 *
 *     active 09:15-12:00                        presence; also idle, locked, suspended, unknown
 *     09:15 TB-042: fix socket config           a commit
 *     10:30 [feature/APP-019] update flow       a commit on a branch
 *     10:45 [main] merge: take over the fix     a merge commit
 *     on fix/TB-042 09:20-11:00                 a checkout; without an end it holds
 *     session 13:00-14:00 TB-042 reading        a stopped session; without an end it runs
 *     meeting 10:00-11:00 TB-042 planning       a meeting that was accepted
 *     tool cursor start 09:00 TB-042            a line of a telemetry log; also stop
 *     editor 09:00-09:30 fix/TB-042             an editor that gives a sign of life every minute
 *     agent 09:00-10:00 fix/TB-042              a run of a coding agent
 *
 * A line that ends in `@name` belongs to the repository of that name.
 */
export function readStory(text: string, date = '2026-02-10', zone: Zone = 'Europe/Berlin'): Story {
  const day = dayInterval(date as LocalDay, zone);
  const at = (clock: string): Instant => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return hour === 24 ? day.end : atClock(date as LocalDay, hour, minute, zone);
  };
  const story: Story = {
    date: date as LocalDay,
    zone,
    day,
    commits: [],
    checkouts: [],
    presence: [],
    sessions: [],
    events: [],
    marks: [],
    beats: [],
    runs: [],
    at,
  };
  for (const line of text.split('\n').map((raw) => raw.trim())) if (line !== '') tell(story, line);
  return story;
}

const LINE = /^(.*?)(?:\s+@(\w+))?$/;
const STATE = /^(active|idle|locked|suspended|unknown) (\d\d:\d\d)-(\d\d:\d\d)$/;
const COMMIT = /^(\d\d:\d\d) (?:\[(.+?)\] )?(merge: )?(.+)$/;
const CHECKOUT = /^on (\S+) (\d\d:\d\d)-(\d\d:\d\d)?$/;
const MEETING = /^meeting (\d\d:\d\d)-(\d\d:\d\d) (.+)$/;
const TOOL = /^tool (\S+) (start|stop) (\d\d:\d\d)(?: (\S+))?$/;
const EDITOR = /^editor (\d\d:\d\d)-(\d\d:\d\d)(?: (\S+))?$/;
const AGENT = /^agent (\d\d:\d\d)-(\d\d:\d\d)(?: (\S+))?$/;
const SESSION = /^session (\d\d:\d\d)-(\d\d:\d\d)?(?: (.*))?$/;

function tell(story: Story, line: string): void {
  const [, words = '', repository = 'repo'] = LINE.exec(line) ?? [];
  const [state, commit, checkout, session] = [STATE, COMMIT, CHECKOUT, SESSION].map((form) =>
    form.exec(words),
  );
  const [meeting, tool, editor, agent] = [MEETING, TOOL, EDITOR, AGENT].map((form) => form.exec(words));
  if (meeting) story.events.push(eventOf(story, meeting));
  else if (tool) story.marks.push(markOf(story, tool));
  else if (editor) story.beats.push(...beatsOf(story, editor, repository));
  else if (agent) story.runs.push(runOf(story, agent));
  else if (state) story.presence.push(presenceOf(story, state));
  else if (checkout) story.checkouts.push(checkoutOf(story, checkout, repository as Id));
  else if (session) story.sessions.push(sessionOf(story, session));
  else if (commit) story.commits.push(commitOf(story, commit, repository as Id));
  else throw new Error(`cannot read the story: ${line}`);
}

function presenceOf(story: Story, [, state, from, to]: RegExpExecArray): PresenceSpan {
  return {
    id: `presence ${story.presence.length}` as Id,
    user: 'ann',
    state: state as PresenceState,
    backend: 'test',
    zone: story.zone,
    open: false,
    start: story.at(from!),
    end: story.at(to!),
  };
}

function commitOf(story: Story, [, clock, branch, merge, subject]: RegExpExecArray, repository: Id): Commit {
  return {
    repository,
    hash: `c${story.commits.length + 1}`,
    authorName: 'Ann',
    authorEmail: 'ann@example.org',
    authoredAt: story.at(clock!),
    committedAt: story.at(clock!),
    subject: subject!,
    branch: branch ?? null,
    isMerge: merge !== undefined,
    patchId: null,
  };
}

function checkoutOf(story: Story, [, branch, from, to]: RegExpExecArray, repository: Id): Checkout {
  return { repository, at: story.at(from!), branch: branch!, until: to ? story.at(to) : null };
}

function sessionOf(story: Story, [, from, to, words = '']: RegExpExecArray): Session {
  const [first = '', ...rest] = words.split(' ');
  const ticket = parseTicketId(first);
  return {
    id: `s${story.sessions.length + 1}` as Id,
    user: 'ann',
    title: ticket ? rest.join(' ') : words,
    ticket,
    project: null,
    type: 'feature',
    status: to ? 'completed' : 'active',
    startedAt: story.at(from!),
    endedAt: to ? story.at(to) : null,
    pauses: [],
    pausedAt: null,
    zone: story.zone,
    aliveAt: null,
    recovered: false,
    recoverySource: null,
    revision: 1,
  };
}

function eventOf(story: Story, [, from, to, title]: RegExpExecArray): CalendarEvent {
  return {
    source: 'ics:story',
    id: `e${story.events.length + 1}`,
    series: null,
    title: title!,
    start: story.at(from!),
    end: story.at(to!),
    allDay: false,
    status: 'confirmed',
    response: 'accepted',
    busy: true,
    attended: null,
    kind: 'default',
  };
}

function markOf(story: Story, [, tool, kind, clock, ticket = '']: RegExpExecArray): ToolMark {
  const at = story.at(clock!);
  return {
    user: 'ann',
    tool: tool!,
    at,
    kind: kind as 'start' | 'stop',
    ticket: parseTicketId(ticket),
    project: null,
    detail: '',
  };
}

function beatsOf(story: Story, [, from, to, branch]: RegExpExecArray, project: string): EditorBeat[] {
  const beats: EditorBeat[] = [];
  for (let at = story.at(from!); at <= story.at(to!); at = plusMinutes(at, 1)) {
    beats.push({
      user: 'ann',
      at,
      entity: '/src/main.ts',
      type: 'file',
      category: 'coding',
      project,
      branch: branch ?? null,
      language: null,
      editor: 'vscode',
      isWrite: false,
    });
  }
  return beats;
}

function runOf(story: Story, [, from, to, branch]: RegExpExecArray): AgentRun {
  const [startedAt, aliveAt] = [story.at(from!), story.at(to!)];
  return {
    user: 'ann',
    agent: 'claude-code',
    id: `r${story.runs.length + 1}`,
    startedAt,
    aliveAt,
    ended: 'stopped',
    cwd: '/work/api',
    branch: branch ?? null,
    title: '',
    active: [{ start: startedAt, end: aliveAt }],
  };
}
