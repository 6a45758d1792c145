import type { World } from '../../ports/world.ts';
import { triggerKey, whatTriggerDoes } from '../../review/trigger.ts';
import type { Trigger } from '../../review/trigger.ts';
import { statusKind } from '../../sources/tickets/status-kind.ts';
import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { Instant } from '../../values/instant.ts';
import { latest } from '../../values/instant.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { findTicketId, prefixOf } from '../../values/ticket-id.ts';
import { heedTask } from '../dev-sessions/heed-task.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { stopSession } from '../session.ts';
import { readTicketFiles, ticketFiles } from '../sources/ticket-files.ts';
import { startTicket } from '../tasks/move-task.ts';
import { runningSession } from '../tasks/running.ts';
import { taskOf } from '../tasks/task-words.ts';
import {
  knownBranch,
  knownStatus,
  rememberBranch,
  rememberSession,
  rememberStatus,
  triggeredSession,
} from './trigger-memory.ts';

/** No tracker is asked for more tickets at once. */
const MOST = 500;

/**
 * Ticket files were written: what they say now is read, and followed where their status has moved (setting
 * `triggers.files`). @param names the tickets whose files were written; null: any.
 */
export async function heedTicketFiles(world: World, names: readonly TicketId[] | null): Promise<void> {
  const person = personOf(world);
  if (!person.settings['triggers.files']) return;
  const files = await ticketFiles(world);
  const tickets = (names ?? [...files.keys()]).filter((ticket) => files.has(ticket));
  const { facts } = await readTicketFiles(world, person, tickets);
  await heedFacts(world, facts);
}

/**
 * Follows what was told of tickets since an instant, by whoever reads them (setting `triggers.trackers`, and files too).
 * @returns when the last of it was told.
 */
export async function heedTold(world: World, since: Instant): Promise<Instant> {
  // The last read come first.
  const facts = (await world.stores.ticketFacts.search('', MOST)).filter(({ at }) => at > since);
  await heedFacts(world, facts);
  return facts.reduce((last, { at }) => latest(last, at), since);
}

/**
 * Follows tickets whose status is another one than when it was last looked at. What is seen for the first time is only
 * remembered: switching triggers on starts nothing.
 */
export async function heedFacts(world: World, facts: readonly TicketFacts[]): Promise<void> {
  const person = personOf(world);
  const { settings } = person;
  for (const { ticket, status, from } of facts) {
    const isFollowed = settings[from === 'file' ? 'triggers.files' : 'triggers.trackers'];
    if (!isFollowed || status === null || !isOwn(ticket, person)) continue;
    const before = await knownStatus(world, person, ticket);
    if (before === status) continue;
    await rememberStatus(world, person, ticket, status);
    if (before === null || statusKind(before) === statusKind(status)) continue;
    const kind = statusKind(status);
    if (kind === 'started') await obey(world, person, { move: 'start', ticket });
    if (kind === 'done' || kind === 'blocked')
      await heedTask(world, ticket, kind === 'done' ? 'completed' : 'blocked');
    if (kind === 'done' || kind === 'blocked') await obey(world, person, { move: 'stop', ticket });
  }
}

/** A repository stands on a branch: followed where that is another one than before and names a ticket (`triggers.checkout`). */
export async function heedBranch(world: World, repository: string, branch: string | null): Promise<void> {
  const person = personOf(world);
  // On no branch: a rebase goes on, say.
  if (!person.settings['triggers.checkout'] || branch === null) return;
  const before = await knownBranch(world, person, repository);
  if (before === branch) return;
  await rememberBranch(world, person, repository, branch);
  const ticket = before === null ? null : findTicketId(branch, person.rules.ticketPrefixes);
  if (ticket !== null) await obey(world, person, { move: 'start', ticket });
}

const isOwn = (ticket: TicketId, { rules }: Person): boolean =>
  rules.ticketPrefixes.length === 0 || rules.ticketPrefixes.includes(prefixOf(ticket));

async function obey(
  world: World,
  person: Person,
  trigger: Trigger & { readonly ticket: TicketId },
): Promise<void> {
  const { settings } = person;
  const running = await runningSession(world, person);
  const byTrigger = running !== null && running.id === (await triggeredSession(world, person));
  const does = whatTriggerDoes(trigger, running && { ticket: running.ticket, byTrigger }, {
    start: settings['tasks.autoStart'],
    stop: settings['tasks.autoStop'],
  });
  if (does === 'start') {
    const { started } = await startTicket(world, person, trigger.ticket);
    await rememberSession(world, person, started.id);
  }
  if (does === 'stop') await stopSession(world);
  if (does !== 'ask') return;
  const { title } = await taskOf(world, person, trigger.ticket);
  await world.stores.prompts.put([
    {
      user: person.user,
      key: triggerKey(trigger, person.now),
      saidAt: null,
      snoozedUntil: null,
      answer: null,
      detail: title,
      span: { start: person.now, end: person.now },
      at: person.now,
    },
  ]);
  world.events.publish({ kind: 'prompts' });
}
