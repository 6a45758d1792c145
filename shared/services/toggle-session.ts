import type { StatusShape } from '../contract/shapes.ts';
import type { World } from '../ports/world.ts';
import { showStatus } from './session-status.ts';
import { continueSession, resumeSession, startSession, stopSession } from './session.ts';
import { personOf } from './person.ts';

/**
 * One key for starting and stopping: what runs is stopped, what is paused goes on; when nothing runs, what is named is
 * started, else the last session is continued, else a first one begins. What is named counts only when nothing runs,
 * so that a key bound to `stint toggle TB-042` stops with the second press whatever it stops.
 * @returns the status as it is then.
 */
export async function toggleSession(world: World, input: { what?: string }): Promise<StatusShape> {
  const { running } = await showStatus(world);
  if (running?.status === 'paused') await resumeSession(world);
  else if (running) await stopSession(world);
  else await begin(world, input.what?.trim() ?? '');
  return showStatus(world);
}

async function begin(world: World, what: string): Promise<void> {
  if (what !== '' || !(await hasLast(world))) await startSession(world, { what });
  else await continueSession(world);
}

async function hasLast(world: World): Promise<boolean> {
  const recent = await world.stores.sessions.recent(personOf(world).user, 20);
  return recent.some((session) => session.status === 'completed');
}
