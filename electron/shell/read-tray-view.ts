import type { SessionShape } from '#shared/contract/shapes.ts';
import type { Session } from '#shared/evidence/session.ts';
import type { PromptShape } from '#shared/contract/prompt-operations.ts';
import type { World } from '#shared/ports/world.ts';
import { openDays } from '#shared/services/open-days.ts';
import { personOf } from '#shared/services/person.ts';
import { openSession, showStatus } from '#shared/services/session-status.ts';
import { sessionShapeOf } from '#shared/services/shapes.ts';
import { listTickets } from '#shared/services/tickets.ts';
import type { QuestionCount } from '#shared/services/count-questions.ts';
import type { TraySession, TrayView } from './tray-view.ts';
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
 * What the tray shows at first: all that needs no calendar. The first look at one loads those of the whole world, which
 * takes as long as the rest of the way; today's total and what waits follow with the first reading.
 */
export async function firstTrayView(world: World): Promise<TrayView> {
  const person = personOf(world);
  const [open, tickets, sessions] = await Promise.all([
    openSession(world, person),
    listTickets(world, { limit: TICKETS_SHOWN }),
    world.stores.sessions.recent(person.user, LOOKED_BACK),
  ]);
  return {
    session: traySessionOf(open && sessionShapeOf(open, person.now)),
    today: null,
    tickets: tickets.map(({ ticket, title }) => ({ ticket, title })),
    last: lastOf(sessions),
    attention: NOTHING_WAITS,
  };
}

/**
 * Asks the services what the tray has to show. A few indexed reads; nothing is derived or scanned.
 * @param questions as they were counted last: counting reads a week, so it has times of its own.
 */
export async function readTrayView(
  world: World,
  glance: Glance = nothingWaits,
  questions: QuestionCount = NOTHING_WAITS.questions,
): Promise<TrayView> {
  const [first, status, days, repositories, prompts] = await Promise.all([
    firstTrayView(world),
    showStatus(world),
    openDays(world),
    world.stores.repositories.list(),
    glance(world),
  ]);
  return {
    ...first,
    session: traySessionOf(status.running),
    today: status.today,
    attention: {
      openDays: days,
      questions,
      prompts,
      troubledRepositories: repositories.filter((repository) => repository.lastProblem !== null).length,
    },
  };
}

function traySessionOf(running: SessionShape | null): TraySession | null {
  return (
    running && {
      ticket: running.ticket,
      title: running.title,
      state: running.status === 'paused' ? 'paused' : 'running',
      minutes: running.minutes,
    }
  );
}

/** What `toggle` would continue; dropped sessions do not count. */
function lastOf(sessions: readonly Session[]): TrayView['last'] {
  const last = sessions.find((session) => session.status === 'completed');
  return last === undefined ? null : { ticket: last.ticket, title: last.title };
}
