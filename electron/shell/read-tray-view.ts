import type { World } from '#shared/ports/world.ts';
import { glanceAtPrompts } from '#shared/services/prompts/list-prompts.ts';
import { openDays } from '#shared/services/open-days.ts';
import { showStatus } from '#shared/services/session.ts';
import { listTickets } from '#shared/services/tickets.ts';
import type { TrayView } from './tray-view.ts';

const TICKETS_SHOWN = 5;

/** Asks the services what the tray has to show. A few indexed reads; nothing is derived or scanned. */
export async function readTrayView(world: World): Promise<TrayView> {
  const [status, tickets, days, repositories, prompts] = await Promise.all([
    showStatus(world),
    listTickets(world, { limit: TICKETS_SHOWN }),
    openDays(world),
    world.stores.repositories.list(),
    glanceAtPrompts(world),
  ]);
  const { running } = status;
  return {
    session: running && {
      ticket: running.ticket,
      title: running.title,
      state: running.status === 'paused' ? 'paused' : 'running',
      minutes: running.minutes,
    },
    today: status.today,
    tickets: tickets.map(({ ticket, title }) => ({ ticket, title })),
    attention: {
      openDays: days,
      prompts,
      troubledRepositories: repositories.filter((repository) => repository.lastProblem !== null).length,
    },
  };
}
