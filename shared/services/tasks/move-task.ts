import type { TaskMoved } from '../../contract/task-operations.ts';
import type { SessionShape } from '../../contract/shapes.ts';
import type { World } from '../../ports/world.ts';
import { statusKind } from '../../sources/tickets/status-kind.ts';
import { LARGEST_TICKET_FILE } from '../../sources/tickets/files.ts';
import { withStatus } from '../../sources/tickets/front-matter-status.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { heedTask } from '../dev-sessions/heed-task.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { startSession, stopSession } from '../session.ts';
import { runningSession } from './running.ts';
import { readTicketFiles, ticketFiles } from '../sources/ticket-files.ts';
import { rememberStatus } from '../triggers/trigger-memory.ts';
import { projectOfPlan, taskNamed, taskOf, whatOf } from './task-words.ts';

type Status = TaskMoved['status'];
const KIND = { 'in-progress': 'started', completed: 'done', blocked: 'blocked' } as const;

/**
 * A task is in progress: its file says so, and its session starts (setting `tasks.autoStart`). What ran before is stopped,
 * and said so. @throws Problem `usage` for what is no ticket.
 */
export async function startTask(world: World, input: { task: string }): Promise<TaskMoved> {
  return move(world, taskNamed(input.task), 'in-progress');
}

/** A task is completed: its file says so, and its session stops (setting `tasks.autoStop`). @throws Problem `usage`. */
export async function completeTask(world: World, input: { task: string }): Promise<TaskMoved> {
  return move(world, taskNamed(input.task), 'completed');
}

/** A task is blocked: its file says so, and its session stops (setting `tasks.autoStop`). @throws Problem `usage`. */
export async function blockTask(world: World, input: { task: string }): Promise<TaskMoved> {
  return move(world, taskNamed(input.task), 'blocked');
}

async function move(world: World, ticket: TicketId, status: Status): Promise<TaskMoved> {
  const person = personOf(world);
  const { file, problem } = await writeStatus(world, person, ticket, status);
  const task = await taskOf(world, person, ticket);
  if (status !== 'in-progress') await heedTask(world, ticket, status);
  const { started, stopped } =
    status === 'in-progress'
      ? await follow(world, person, ticket)
      : { started: null, stopped: await stopOn(world, person, ticket) };
  const note =
    problem ??
    (started !== null && stopped !== null ? said`Stopped for it: ${stopped.ticket ?? stopped.title}.` : null);
  return { task: ticket, title: task.title, status, file, name: task.name, started, stopped, note };
}

async function follow(
  world: World,
  person: Person,
  ticket: TicketId,
): Promise<{ started: SessionShape | null; stopped: SessionShape | null }> {
  const running = await runningSession(world, person);
  const runsAlready = running?.ticket === ticket && running.status === 'active';
  if (!person.settings['tasks.autoStart'] || runsAlready) return { started: null, stopped: null };
  return startTicket(world, person, ticket);
}

/** Starts the session of a ticket; gives it, and the one that was stopped for it. */
export async function startTicket(
  world: World,
  person: Person,
  ticket: TicketId,
): Promise<{ started: SessionShape; stopped: SessionShape | null }> {
  const before = await runningSession(world, person);
  const project = await projectOfPlan(world, person, ticket);
  const started = await startSession(world, {
    what: whatOf(await taskOf(world, person, ticket)),
    ...(project === null ? {} : { project }),
  });
  return { started, stopped: before };
}

async function stopOn(world: World, person: Person, ticket: TicketId): Promise<SessionShape | null> {
  const running = await runningSession(world, person);
  if (!person.settings['tasks.autoStop'] || running?.ticket !== ticket) return null;
  return stopSession(world);
}

/** A file that says so already keeps its own word for it. A ticket of a tracker is read only: it is moved there. */
async function writeStatus(
  world: World,
  person: Person,
  ticket: TicketId,
  status: Status,
): Promise<{ file: string | null; problem: string | null }> {
  const file = (await ticketFiles(world)).get(ticket) ?? null;
  if (file === null) return { file, problem: null };
  try {
    const text = await world.files.read(file, LARGEST_TICKET_FILE);
    const {
      facts: [told],
    } = await readTicketFiles(world, person, [ticket]);
    // Ours is no news to whoever follows the file.
    await rememberStatus(world, person, ticket, status);
    if (told !== undefined && statusKind(told.status ?? '') === KIND[status]) return { file, problem: null };
    const changed = withStatus(text, status);
    if (changed === null)
      return { file: null, problem: said`${file} has no front matter, so it was left as it is.` };
    await world.output.write(file, changed);
    await readTicketFiles(world, person, [ticket]);
    return { file, problem: null };
  } catch (error) {
    // The session matters more than the file.
    if (!(error instanceof Problem)) throw error;
    return { file: null, problem: error.message };
  }
}
