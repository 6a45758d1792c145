import type { StatusLineShape } from '../contract/status-line-operations.ts';
import type { World } from '../ports/world.ts';
import { prefixOf, findTicketId } from '../values/ticket-id.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { projectOf } from './change-entry.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { budgetStates } from './prompts/budget-states.ts';
import { showStatus } from './session-status.ts';

/**
 * What the status line of a coding agent shows: what runs, today, and the budget of its project. A few indexed reads;
 * nothing is derived and nobody outside is asked.
 */
export async function showStatusLine(
  world: World,
  input: { branch?: string | null | undefined },
): Promise<StatusLineShape> {
  const person = personOf(world);
  const { running, today } = await showStatus(world);
  const branched = findTicketId(input.branch ?? '', person.rules.ticketPrefixes);
  const ticket = running === null ? branched : (running.ticket as TicketId | null);
  return {
    ticket,
    running: running && {
      minutes: running.minutes,
      paused: running.status === 'paused',
      title: running.title,
    },
    today,
    target: Math.round(person.settings['time.workingHoursPerDay'] * 60),
    budget: ticket === null ? null : await budgetOf(world, person, ticket),
  };
}

/** As reminders see it; what we count ourselves goes before what a provider says. */
async function budgetOf(world: World, person: Person, ticket: TicketId): Promise<StatusLineShape['budget']> {
  const project = projectOf(ticket, person) ?? prefixOf(ticket);
  const state = (await budgetStates(world, person, [])).find(({ id }) => id === project);
  return !state || state.of === 0 ? null : { project, percent: Math.round((state.used / state.of) * 100) };
}
