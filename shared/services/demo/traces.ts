import type { AgentRun, AgentUse } from '../../evidence/agent.ts';
import type { Checkout, Commit } from '../../evidence/commit.ts';
import type { EditorBeat } from '../../evidence/editor-beat.ts';
import type { PresenceSpan } from '../../evidence/presence.ts';
import type { Dice } from '../../values/dice.ts';
import type { Instant } from '../../values/instant.ts';
import { plusMinutes } from '../../values/instant.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, atClock } from '../../values/local-day.ts';
import { fnv1a64 } from '../../values/text-hash.ts';
import { CODE_FOLDER, PERSON, PROJECTS } from './company.ts';
import type { MadeUpTicket } from './company.ts';
import type { Block, DayPlan } from './day-plan.ts';

/** What a made-up day leaves behind. Repositories are named by their folder; who keeps them gives them ids. */
export interface Traces {
  readonly commits: (Omit<Commit, 'repository'> & { readonly repository: string })[];
  readonly checkouts: (Omit<Checkout, 'repository'> & { readonly repository: string })[];
  readonly presence: Omit<PresenceSpan, 'id'>[];
  readonly beats: EditorBeat[];
  readonly runs: AgentRun[];
  readonly uses: AgentUse[];
}

export const noTraces = (): Traces => ({
  commits: [],
  checkouts: [],
  presence: [],
  beats: [],
  runs: [],
  uses: [],
});

/** The instant at which the wall clock showed so many minutes after midnight. */
export function wallClock(day: LocalDay, minutes: number, zone: Zone): Instant {
  const whole = addDays(day, Math.floor(minutes / 1440));
  const left = ((minutes % 1440) + 1440) % 1440;
  return atClock(whole, Math.floor(left / 60), left % 60, zone);
}

/** As `wallClock`, for the many moments of one day: zones change their clocks on the hour, so each hour is asked for once. */
function clockOf(day: LocalDay, zone: Zone): (minutes: number) => Instant {
  const hours = new Map<number, Instant>();
  return (minutes) => {
    const hour = Math.floor(minutes / 60);
    const start = hours.get(hour) ?? wallClock(day, hour * 60, zone);
    hours.set(hour, start);
    return plusMinutes(start, minutes - hour * 60);
  };
}

const BACKEND = 'demo';
const LANGUAGE: Readonly<Record<string, string>> = { HBR: 'TypeScript', TIDE: 'Kotlin', OPS: 'Go' };

/** Plays a planned day: what a machine would have seen of it. Adds to `traces`. */
export function leaveTraces(traces: Traces, plan: DayPlan, steps: StepCounter, dice: Dice, zone: Zone): void {
  const at = clockOf(plan.date, zone);
  for (const part of plan.present) {
    traces.presence.push({
      user: PERSON.user,
      start: at(part.from),
      end: at(part.to),
      state: 'active',
      backend: BACKEND,
      zone,
      open: false,
    });
  }
  for (const [index, part] of plan.present.slice(1).entries()) {
    const before = plan.present[index]!;
    // Adjacent ones are one stretch; between others nobody touched anything.
    if (part.from > before.to)
      traces.presence.push({
        user: PERSON.user,
        start: at(before.to),
        end: at(part.from),
        state: part.from - before.to > 25 ? 'locked' : 'idle',
        backend: BACKEND,
        zone,
        open: false,
      });
  }
  for (const block of plan.blocks) work(traces, block, steps, dice, at);
}

/** Which step of a ticket the next commit is. */
export type StepCounter = Map<string, number>;

function work(
  traces: Traces,
  block: Block,
  steps: StepCounter,
  dice: Dice,
  at: (minutes: number) => Instant,
): void {
  const { ticket, from, to } = block;
  const project = projectOf(ticket);
  const branch = `${ticket.type === 'bug' ? 'fix' : ticket.type === 'chore' ? 'chore' : 'feature'}/${ticket.id}-${ticket.slug}`;
  checkOut(traces, project.repository, at(from), branch);
  const commit = (minute: number): void => {
    const step = steps.get(ticket.id) ?? 0;
    steps.set(ticket.id, step + 1);
    const said = ticket.steps[step < ticket.steps.length ? step : 1 + (step % (ticket.steps.length - 1))]!;
    const subject = `${ticket.id}: ${said}`;
    traces.commits.push({
      repository: project.repository,
      hash: hashOf(`${subject} ${at(minute)}`),
      authorName: PERSON.name,
      authorEmail: PERSON.email,
      authoredAt: at(minute),
      committedAt: at(minute),
      subject,
      branch,
      isMerge: false,
      patchId: null,
    });
  };
  // Steady work: every three quarters of an hour something is done; and at the end of a block.
  for (let minute = from + dice.between(28, 48); minute < to - 14; minute += dice.between(34, 62))
    commit(minute);
  commit(to - dice.between(1, 3));
  if (dice.happens(0.88)) typeIn(traces, block, branch, dice, at);
  if (to - from >= 45 && dice.happens(0.55)) letAgentRun(traces, block, branch, dice, at);
}

/** The branch before was checked out until now. */
function checkOut(traces: Traces, repository: string, at: Instant, branch: string): void {
  const last = traces.checkouts.findLastIndex((one) => one.repository === repository && one.until === null);
  if (last >= 0) {
    const before = traces.checkouts[last]!;
    if (before.branch === branch) return;
    traces.checkouts[last] = { ...before, until: at };
  }
  traces.checkouts.push({ repository, at, branch, until: null });
}

function typeIn(
  traces: Traces,
  block: Block,
  branch: string,
  dice: Dice,
  at: (minutes: number) => Instant,
): void {
  const { ticket } = block;
  const project = projectOf(ticket);
  for (let minute = block.from; minute <= block.to; minute += 1) {
    if (!dice.happens(0.8)) continue;
    traces.beats.push({
      user: PERSON.user,
      at: at(minute),
      entity: `${CODE_FOLDER}/${project.repository}/src/${ticket.slug}.${ticket.id.startsWith('TIDE') ? 'kt' : 'ts'}`,
      type: 'file',
      category: 'coding',
      project: project.repository,
      branch,
      language: LANGUAGE[project.key] ?? null,
      editor: 'VS Code',
      isWrite: dice.happens(0.3),
    });
  }
}

/** Prices of the model are those of the built-in table; what it costs is reckoned there. */
const MODEL = 'claude-sonnet-4-5';

function letAgentRun(
  traces: Traces,
  block: Block,
  branch: string,
  dice: Dice,
  at: (minutes: number) => Instant,
): void {
  const from = dice.between(block.from + 3, block.to - 35);
  const length = dice.between(14, 30);
  const id = `run-${hashOf(`${block.ticket.id} ${at(from)}`).slice(0, 12)}`;
  traces.runs.push({
    user: PERSON.user,
    agent: 'claude-code',
    id,
    startedAt: at(from),
    aliveAt: at(from + length),
    ended: 'stopped',
    cwd: `${CODE_FOLDER}/${projectOf(block.ticket).repository}`,
    branch,
    title: '',
    active: [{ start: at(from), end: at(from + length) }],
  });
  for (let minute = 1; minute < length; minute += dice.between(1, 3)) {
    traces.uses.push({
      agent: 'claude-code',
      run: id,
      message: `msg-${id}-${minute}`,
      request: `req-${id}-${minute}`,
      at: plusMinutes(at(from), minute),
      model: MODEL,
      isSidechain: false,
      input: dice.between(4, 40),
      output: dice.between(180, 1900),
      cacheWrite5m: dice.between(400, 6000),
      cacheWrite1h: 0,
      cacheRead: dice.between(14_000, 92_000),
      isFast: false,
      cost: null,
    });
  }
}

const projectOf = (ticket: MadeUpTicket) => PROJECTS.find((one) => ticket.id.startsWith(`${one.key}-`))!;

/** Looks like a commit's. */
const hashOf = (text: string): string =>
  [text, `${text}.`, `${text}..`]
    .map((one) => fnv1a64(one))
    .join('')
    .slice(0, 40);
