import type { World } from '../../ports/world.ts';
import type { Instant } from '../../values/instant.ts';
import { plusMinutes } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addUse, linkTask, pauseDevSession, resumeDevSession } from '../dev-sessions/change.ts';
import { completeDevSession } from '../dev-sessions/complete.ts';
import { startDevSession } from '../dev-sessions/start.ts';
import { CODE_FOLDER, PROJECTS } from './company.ts';
import type { Block } from './day-plan.ts';
import type { DevStory } from './dev-stories.ts';
import { STORIES } from './dev-stories.ts';
import type { MadeUpWeeks } from './made-up.ts';
import { madeUpSessionGit } from './made-up-git.ts';
import { wallClock } from './traces.ts';

/** Shorter ones nobody would start a session for, in minutes. */
const SHORTEST = 40;
/** A longer one is paused in between. */
const LONG = 110;
const AGENT = 'claude-code';

/**
 * Development sessions of the made-up weeks, as a person and an agent would have led them: one or two a day, over the
 * stretches that were worked anyway, so that no minute of the timesheet changes; one is paused, and one runs.
 * @param world of the demo; before its sources are read for the last time, for each completion looks at them.
 */
export async function leadDevSessions(world: World, weeks: MadeUpWeeks): Promise<void> {
  const at: At = (now) => ({
    ...world,
    clock: { ...world.clock, now: () => now },
    sessionGit: madeUpSessionGit(weeks.traces, () => now),
  });
  const told = new Map<string, number>();
  for (const { date, blocks } of weeks.days) {
    const clock = (minute: number): Instant => wallClock(date, minute, weeks.zone);
    const isToday = date === weeks.today;
    for (const block of worthOne(blocks, isToday ? 12.5 * 60 : 24 * 60, told).slice(0, isToday ? 1 : 2)) {
      const { ticket, from, to } = block;
      const n = told.get(ticket.id) ?? 0;
      told.set(ticket.id, n + 1);
      await lead(at, { ticket: ticket.id, story: STORIES[ticket.id]![n]!, from: clock(from), to: clock(to) });
    }
  }
  await today(at, weeks.today, weeks);
}

type At = (now: Instant) => World;

/** The longest stretches of a day, one for a ticket, while the ticket has something to tell; by the clock. */
function worthOne(blocks: readonly Block[], until: number, told: ReadonlyMap<string, number>): Block[] {
  const open = blocks
    .filter(({ from, to }) => to - from >= SHORTEST && to <= until)
    .filter(({ ticket }) => (told.get(ticket.id) ?? 0) < (STORIES[ticket.id]?.length ?? 0))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return open.filter((one, index) => open.findIndex(({ ticket }) => ticket === one.ticket) === index);
}

const folderOf = (ticket: string): string =>
  `${CODE_FOLDER}/${PROJECTS.find(({ key }) => ticket.startsWith(`${key}-`))!.repository}`;

interface Told {
  readonly ticket: string;
  readonly story: DevStory;
  readonly from: Instant;
  readonly to: Instant;
}

async function lead(at: At, { ticket, story, from, to }: Told): Promise<void> {
  const { type, title, complexity, summary, nextSteps, relationship, others, searches, images } = story;
  const { id } = await startDevSession(at(from), {
    title,
    type,
    ticket,
    complexity,
    folder: folderOf(ticket),
  });
  const minutes = (to - from) / 60_000;
  if (minutes > LONG) {
    const pause = plusMinutes(from, Math.round(minutes / 2));
    await pauseDevSession(at(pause), { id });
    await resumeDevSession(at(plusMinutes(pause, 12)), { id });
  }
  const end = at(to);
  if (searches + images > 0) await addUse(end, { id, searches, images });
  for (const [other, did] of Object.entries({ [ticket]: relationship, ...others }))
    // That it worked on its own ticket is noted by itself.
    if (did !== 'updated') await linkTask(end, { id, ticket: other, relationship: did });
  await completeDevSession(end, { id, summary, nextSteps });
}

/** What is open when somebody looks, and what an agent did beside it. */
async function today(at: At, day: LocalDay, { now, zone }: MadeUpWeeks): Promise<void> {
  const clock = (hour: number, minute: number): Instant => wallClock(day, hour * 60 + minute, zone);
  const waiting = await startDevSession(at(clock(14, 18)), {
    title: 'Make room when the phone is full',
    type: 'feature',
    ticket: 'TIDE-101',
    complexity: 'medium',
    folder: folderOf('TIDE-101'),
  });
  await pauseDevSession(at(clock(15, 2)), { id: waiting.id });
  const running = await startDevSession(at(clock(15, 36)), {
    title: 'Reckon the difference in price',
    type: 'feature',
    ticket: 'HBR-231',
    complexity: 'complex',
    folder: folderOf('HBR-231'),
  });
  const beside = await startDevSession(at(clock(15, 44)), {
    title: 'Test a crossing in flight mode',
    type: 'bugfix',
    ticket: 'TIDE-101',
    createdBy: AGENT,
  });
  await pauseDevSession(at(clock(16, 7)), { id: running.id });
  await resumeDevSession(at(clock(16, 24)), { id: running.id });
  const end = at(clock(16, 19));
  await addUse(end, {
    id: beside.id,
    model: 'claude-sonnet-4-5',
    calls: 34,
    input: 21_000,
    output: 38_500,
    cacheRead: 1_240_000,
  });
  await completeDevSession(end, {
    id: beside.id,
    summary: 'A crossing of six hours without a network is played in a test; two gaps were closed.',
  });
  await addUse(at(now), {
    id: running.id,
    model: 'claude-sonnet-4-5',
    calls: 21,
    input: 14_000,
    output: 26_000,
    cacheRead: 910_000,
  });
}
