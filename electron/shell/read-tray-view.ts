import type { Session } from '#shared/evidence/session.ts';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import type { World } from '#shared/ports/world.ts';
import { openDays } from '#shared/services/open-days.ts';
import { personOf } from '#shared/services/person.ts';
import { showStatus } from '#shared/services/session.ts';
import { listTickets } from '#shared/services/tickets.ts';
import type { QuestionCount } from '#shared/services/count-questions.ts';
import type { TrayView } from './tray-view.ts';
import { NOTHING_WAITS } from './tray-view.ts';

const TICKETS_SHOWN = 5;
/** Among so many there is one that was finished, if there is any. */
const LOOKED_BACK = 20;

/** Looks what waits. */
type Glance = (world: World) => Promise<readonly PromptShape[]>;
const nothingWaits: Glance = async () => [];

/** What waits, loaded when it is first asked for: the way to the tray has no time for it, and the reminders tell when to look. */
export const glanceAtWhatWaits: Glance = async (world) =>
  (await import('#shared/services/prompts/list-prompts.ts')).glanceAtPrompts(world);

/** Counts what the week asks, loaded when it is first counted. */
export const countWhatIsAsked = async (world: World): Promise<QuestionCount> =>
  (await import('#shared/services/count-questions.ts')).countQuestions(world);

/**
 * Asks the services what the tray has to show. A few indexed reads; nothing is derived or scanned.
 * @param questions as they were counted last: counting reads a week, so it has times of its own.
 */
export async function readTrayView(
  world: World,
  glance: Glance = nothingWaits,
  questions: QuestionCount = NOTHING_WAITS.questions,
): Promise<TrayView> {
  const person = personOf(world);
  const [status, tickets, days, repositories, sessions, prompts] = await Promise.all([
    showStatus(world),
    listTickets(world, { limit: TICKETS_SHOWN }),
    openDays(world),
    world.stores.repositories.list(),
    world.stores.sessions.recent(person.user, LOOKED_BACK),
    glance(world),
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
    last: lastOf(sessions),
    attention: {
      openDays: days,
      questions,
      prompts,
      troubledRepositories: repositories.filter((repository) => repository.lastProblem !== null).length,
    },
  };
}

/** What `toggle` would continue; dropped sessions do not count. */
function lastOf(sessions: readonly Session[]): TrayView['last'] {
  const last = sessions.find((session) => session.status === 'completed');
  return last === undefined ? null : { ticket: last.ticket, title: last.title };
}
