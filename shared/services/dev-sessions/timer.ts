import type { DevSession } from '../../evidence/dev-session.ts';
import type { SessionType } from '../../evidence/session.ts';
import type { World } from '../../ports/world.ts';
import type { Id } from '../../values/ids.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { pauseSession, resumeSession, startSession, stopSession } from '../session.ts';

/** Lets the timer run for a development session; one that runs is stopped, as always. */
export async function startTimer(
  world: World,
  ticket: TicketId | null,
  title: string,
  type: SessionType | undefined,
): Promise<Id> {
  const what = ticket === null ? title : `${ticket} ${title}`;
  return (await startSession(world, { what, ...(type === undefined ? {} : { type }) })).id as Id;
}

/** Pauses, resumes or stops the timer along with its session; where somebody stopped it before, it stays as it is. */
export async function timerFollows(
  world: World,
  { timer }: DevSession,
  way: 'pause' | 'resume' | 'stop',
): Promise<void> {
  const running = timer === null ? null : await world.stores.sessions.get(timer);
  if (running === null || (running.status !== 'active' && running.status !== 'paused')) return;
  if (way === 'stop') await stopSession(world);
  else if (way === 'pause' && running.status === 'active') await pauseSession(world);
  else if (way === 'resume' && running.status === 'paused') await resumeSession(world);
}
