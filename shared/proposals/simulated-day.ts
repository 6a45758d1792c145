import type { Story } from '../evidence/git-story.ts';
import { readStory } from '../evidence/git-story.ts';
import type { Id } from '../values/ids.ts';
import { diceOf } from '../values/dice.ts';
import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, subtract, union } from '../values/interval.ts';

/** A developer's true day as a simulation plays it, and the evidence it leaves behind. For tests only. */
export interface SimulatedDay {
  readonly evidence: Story;
  /** True minutes of each ticket; '' is work that belongs to none. */
  readonly truth: ReadonlyMap<string, number>;
}

export interface Habits {
  /** A branch for every ticket (the reflog tells switches), or all on one. */
  readonly branches: 'ticket' | 'one';
}

const TICKETS = ['TB-1', 'TB-2', 'APP-7', 'APP-9', 'OPS-3'];
const EVENT = readStory('meeting 09:00-10:00 x').events[0]!;
const [BEAT] = readStory('editor 09:00-09:01 x').beats;
const RUN = readStory('agent 09:00-10:00').runs[0]!;
const PRESENCE = readStory('active 09:00-10:00').presence[0]!;
const COMMIT = readStory('09:00 x').commits[0]!;

/**
 * Plays a day: blocks of work on tickets with commits at their ends (some forgotten), breaks, lunch, meetings that
 * interrupt (some with a ticket, some declined), an editor that is often open, agents that run on while nobody is there.
 */
export function simulateDay(seed: number, { branches }: Habits): SimulatedDay {
  const { random } = diceOf(seed);
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  const happens = (chance: number): boolean => random() < chance;
  const story = readStory('');
  const minute = (n: number): Instant => plusMinutes(story.day.start, n);
  const span = (from: number, to: number): Interval => ({ start: minute(from), end: minute(to) });

  const begins = between(8 * 60 + 30, 9 * 60 + 30);
  const ends = between(16 * 60 + 45, 18 * 60);
  const lunchAt = between(12 * 60, 12 * 60 + 45);
  const lunch = span(lunchAt, lunchAt + between(30, 60));
  const breaks = Array.from({ length: between(1, 3) }, () => between(begins + 30, ends - 30)).map((at) =>
    span(at, at + between(6, 15)),
  );
  const truth = new Map<string, number>();
  const add = (ticket: string, spans: readonly Interval[]): void => {
    const minutes = coveredMs(spans) / 60_000;
    if (minutes > 0) truth.set(ticket, (truth.get(ticket) ?? 0) + minutes);
  };

  // Meetings first: they have their own time, whatever was planned.
  const meetings: Interval[] = [];
  for (let n = between(0, 3); n > 0; n -= 1) {
    const at = between(begins + 15, ends - 60);
    const [time] = subtract([span(at, at + between(1, 4) * 15)], [...meetings, lunch]);
    if (!time) continue;
    const ticket = happens(0.5) ? TICKETS[between(0, 4)]! : '';
    const declined = happens(0.2);
    story.events.push({
      ...EVENT,
      ...time,
      id: `e${n}`,
      title: ticket === '' ? `Call ${n}` : `${ticket} call`,
      response: declined ? 'declined' : 'accepted',
    });
    if (declined) continue;
    meetings.push(time);
    add(ticket, [time]);
  }

  const away = [lunch, ...breaks.flatMap((pause) => subtract([pause], meetings))];
  let current = '';
  for (let at = begins; at < ends;) {
    const until = Math.min(ends, at + between(25, 140));
    const choices = TICKETS.filter((ticket) => ticket !== current);
    current = choices[between(0, choices.length - 1)]!;
    const work = subtract([span(at, until)], [...away, ...meetings]);
    add(current, work);
    leaveTraces(story, { ticket: current, from: at, until, work }, { branches, between, happens, minute });
    at = until;
  }

  // Half of the meetings are at the desk.
  const elsewhere = meetings.filter(() => happens(0.5));
  const present = subtract([span(begins, ends)], [...away, ...elsewhere]);
  story.presence.push(
    ...present.map((part, n) => ({ ...PRESENCE, ...part, id: `p${n}` as Id, state: 'active' as const })),
    ...subtract([span(begins, ends)], present).map((part, n) => ({
      ...PRESENCE,
      ...part,
      id: `i${n}` as Id,
      state: 'idle' as const,
    })),
  );
  return { evidence: story, truth };
}

interface Block {
  readonly ticket: string;
  readonly from: number;
  readonly until: number;
  readonly work: readonly Interval[];
}
interface Ways extends Habits {
  readonly between: (low: number, high: number) => number;
  readonly happens: (chance: number) => boolean;
  readonly minute: (n: number) => Instant;
}

function leaveTraces(story: Story, block: Block, ways: Ways): void {
  const { between, happens, minute } = ways;
  const { ticket, from, until, work } = block;
  const branch = ways.branches === 'ticket' ? `fix/${ticket}-work` : 'main';
  if (ways.branches === 'ticket') {
    const last = story.checkouts.at(-1);
    if (last) story.checkouts[story.checkouts.length - 1] = { ...last, until: minute(from) };
    story.checkouts.push({ repository: 'repo' as Id, at: minute(from), branch, until: null });
  }
  const commit = (at: number): void => {
    const free = work.find((part) => part.start <= minute(at) && minute(at) <= part.end);
    if (!free) return;
    story.commits.push({
      ...COMMIT,
      hash: `c${story.commits.length}`,
      subject: `${ticket}: step ${story.commits.length}`,
      branch,
      authoredAt: minute(at),
      committedAt: minute(at),
    });
  };
  for (let at = from + between(20, 50); at < until - 10; at += between(20, 50)) if (happens(0.7)) commit(at);
  // People commit when they leave a piece of work, also for lunch or a meeting; sometimes they forget.
  const last = work.at(-1);
  if (last && happens(0.9)) commit(Math.floor((last.end - story.day.start) / 60_000) - between(0, 4));

  if (happens(0.8)) {
    for (const part of union(work)) {
      for (let at = part.start; at <= part.end; at = plusMinutes(at, 1)) {
        if (happens(0.75)) story.beats.push({ ...BEAT!, at, branch, project: 'repo' });
      }
    }
  }
  if (happens(0.3)) {
    const start = between(from, Math.max(from, until - 10));
    const run = { start: minute(start), end: minute(start + between(10, 50)) };
    const id = `r${story.runs.length}`;
    story.runs.push({ ...RUN, id, branch, startedAt: run.start, aliveAt: run.end, active: [run] });
  }
}
