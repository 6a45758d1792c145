import type { TaskSums, TaskTime, TimerShape } from '../../contract/timer-operations.ts';
import type { SessionShape } from '../../contract/shapes.ts';
import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { World } from '../../ports/world.ts';
import { formatInstant } from '../../values/instant.ts';
import { dayOf } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { stopSession } from '../session.ts';
import { startTicket } from './move-task.ts';
import { runningSession } from './running.ts';
import { taskNamed, taskOf } from './task-words.ts';

/** More entries than one task has. */
const MOST = 10_000;

/** Starts the session of a task; what runs is stopped, and named. @throws Problem `usage` for what is no ticket. */
export async function startTimer(world: World, input: { task: string }): Promise<TimerShape> {
  const person = personOf(world);
  const { started, stopped } = await startTicket(world, person, taskNamed(input.task));
  return { ...(await timerOf(world, person, started)), stopped };
}

/** @throws Problem `refused` when nothing runs. */
export async function stopTimer(world: World): Promise<TimerShape> {
  const person = personOf(world);
  return timerOf(world, person, await stopSession(world));
}

/** Null: nothing runs. */
export async function timerStatus(world: World): Promise<TimerShape | null> {
  const person = personOf(world);
  const running = await runningSession(world, person);
  return running && timerOf(world, person, running);
}

async function timerOf(world: World, person: Person, session: SessionShape): Promise<TimerShape> {
  const { ticket, title } = session;
  const name = ticket === null ? title : (await taskOf(world, person, ticket as TicketId)).name;
  return { task: ticket, name, session, stopped: null };
}

/** All time of a task, the oldest first, with what runs on it now. @throws Problem `usage` for what is no ticket. */
export async function showTimer(world: World, input: { task: string }): Promise<TaskTime> {
  const person = personOf(world);
  const ticket = taskNamed(input.task);
  const task = await taskOf(world, person, ticket);
  const lines = await world.stores.reports.lines({ user: person.user, tickets: [ticket] }, MOST);
  const entries: TaskTime['entries'] = lines.toReversed().map((line) => ({
    date: line.date,
    startedAt: line.startedAt === null ? null : formatInstant(line.startedAt),
    endedAt: line.endedAt === null ? null : formatInstant(line.endedAt),
    minutes: line.minutes,
    source: line.source,
    description: line.description,
  }));
  const running = await runningSession(world, person);
  if (running?.ticket === ticket) {
    entries.push({
      date: dayOf(person.now, person.zone),
      startedAt: running.startedAt,
      endedAt: null,
      minutes: running.minutes,
      source: 'timer',
      description: running.title,
    });
  }
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  return { task: ticket, title: task.title, name: task.name, minutes, entries };
}

/**
 * Time of the tickets of a plan or a sprint, the most first; tickets without any time too. Which tickets belong to it say
 * their files and trackers (`plan`, `sprint`; labels `plan:…`, `sprint:…`). @throws Problem `usage` when neither is given.
 */
export async function timerSummary(
  world: World,
  input: { plan?: string | undefined; sprint?: string | undefined },
): Promise<TaskSums> {
  const person = personOf(world);
  const wanted = [
    ...(input.plan === undefined ? [] : [`plan:${input.plan}`]),
    ...(input.sprint === undefined ? [] : [`sprint:${input.sprint}`]),
  ].map((label) => label.toLowerCase());
  if (wanted.length === 0)
    throw new Problem('usage', said`Of what?`, said`Name a plan or a sprint: --plan P, --sprint S.`);
  const all = await world.stores.ticketFacts.search(wanted[0]!, MOST);
  const facts = all.filter((one) => wanted.every((label) => hasLabel(one, label)));
  const tickets = facts.map(({ ticket }) => ticket);
  const sums = await world.stores.reports.sums({ user: person.user, tickets }, ['ticket']);
  const minutesOf = new Map(sums.map(({ ticket, minutes }) => [ticket, minutes]));
  const tasks = facts
    .map(({ ticket, title }) => ({ task: ticket, title, minutes: minutesOf.get(ticket) ?? 0 }))
    .toSorted((a, b) => b.minutes - a.minutes || (a.task < b.task ? -1 : 1));
  return {
    plan: input.plan ?? null,
    sprint: input.sprint ?? null,
    tasks,
    minutes: tasks.reduce((sum, one) => sum + one.minutes, 0),
  };
}

const hasLabel = ({ labels }: TicketFacts, wanted: string): boolean =>
  labels.some((label) => label.toLowerCase() === wanted);
