import type { BookingDraft, RemoteTimer } from '../../entries/booking.ts';
import type { Mapping } from '../../entries/mapping.ts';
import { mappingOf } from '../../entries/mapping.ts';
import type { Session } from '../../evidence/session.ts';
import type { BookingAccount } from '../../ports/booking-stores.ts';
import type { World } from '../../ports/world.ts';
import { projectOfTicket } from '../../proposals/piece.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { FailureKind } from '../../providers/failure.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import { noteOf } from '../../providers/outbox/note.ts';
import type { Timers } from '../../providers/provider.ts';
import { referenceOf } from '../../providers/reference.ts';
import type { TimerStep } from '../../providers/timer-rules.ts';
import { nextTimerStep } from '../../providers/timer-rules.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import { dayOf } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Stop } from '../../values/stop.ts';
import type { OpenProvider } from '../connections/open-provider.ts';
import { accountOf, openProvider } from '../connections/open-provider.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';

/** What became of following the session. */
export interface TimersFollowed {
  /** Something is still to be done: it did not work this time. */
  readonly left: boolean;
  /** When to try again, where the provider said so. */
  readonly retryAt: Instant | null;
}

const DONE: TimersFollowed = { left: false, retryAt: null };
/** A step leads to the next one; more than this is a rule that runs in a circle. */
const MOST_STEPS = 12;
/** Worth another try. */
const PASSING: readonly FailureKind[] = ['unreached', 'limited', 'uncertain', 'unauthorised'];

/**
 * Makes the provider's timers follow the session that runs here (setting `booking.timers`): started with it, stopped when
 * it is paused or over. The entry a timer writes into is kept with its session, so that booking the session changes that
 * one instead of making a second (rules: `nextTimerStep`). Every step is written down before it is asked for; a start
 * whose answer was lost is looked up before it is repeated.
 *
 * Never throws for what the provider does: the session here goes on whatever happens there. Not to be run twice at once.
 */
export async function reconcileTimers(world: World, stop?: Stop): Promise<TimersFollowed> {
  const person = personOf(world);
  const id = person.settings['booking.provider'];
  if (id === 'none') return DONE;
  const provider = PROVIDERS[id];
  const { timers } = provider;
  if (timers === null || !provider.can.timers) return DONE;
  const of = accountOf(person, provider);
  let open: OpenProvider | null = null;
  try {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const step = await nextStep(world, person, of, timers);
      if (step === null) return DONE;
      open ??= await openProvider(world, person, id, stop);
      if (!(await take(step, { world, person, open, timers }))) return DONE;
      world.events.publish({ kind: 'providers' });
    }
    world.log.warn('timer.circle', { provider: id });
    return DONE;
  } catch (error) {
    if (!(error instanceof ProviderFailure) && !(error instanceof Problem)) throw error;
    world.log.warn('timer.failed', {
      provider: id,
      code: error instanceof Problem ? error.code : error.kind,
    });
    world.events.publish({ kind: 'providers' });
    return { left: true, retryAt: error instanceof ProviderFailure ? error.retryAt : null };
  }
}

/** What is wrong with the timer of the session that runs, in a sentence; null: nothing is. */
export async function timerTrouble(world: World, of: BookingAccount): Promise<string | null> {
  const [session] = await world.stores.sessions.open(of.user);
  const own = session ? await world.stores.timers.ofSession(of, session.id) : null;
  const [troubled] = [...(await world.stores.timers.open(of)), ...(own === null ? [] : [own])].filter(
    ({ lastError }) => lastError !== null,
  );
  if (!troubled) return null;
  const why = troubled.lastError ?? '';
  return troubled.state === 'stopping'
    ? said`Its timer could not be stopped: ${why} Your session here is not affected.`
    : said`Its timer could not be started: ${why} Your session here is not affected.`;
}

async function nextStep(
  world: World,
  person: Person,
  of: BookingAccount,
  timers: Timers,
): Promise<TimerStep | null> {
  const { stores } = world;
  const [session = null] = await stores.sessions.open(person.user);
  const open = await stores.timers.open(of);
  const sessions = new Map<Id, Session>();
  for (const timer of open) {
    const found = await stores.sessions.get(timer.session);
    if (found) sessions.set(found.id, found);
  }
  return nextTimerStep({
    session,
    own: session && (await stores.timers.ofSession(of, session.id)),
    open,
    sessions,
    isOn: person.settings['booking.timers'],
    canRestart: timers.restart !== undefined,
    now: world.clock.now(),
  });
}

interface Hands {
  readonly world: World;
  readonly person: Person;
  readonly open: OpenProvider;
  readonly timers: Timers;
}

/** Takes a step. @returns false when it cannot be taken yet: the session has no unit. @throws ProviderFailure worth another try. */
async function take(step: TimerStep, hands: Hands): Promise<boolean> {
  const { open, timers } = hands;
  switch (step.kind) {
    case 'start': {
      const draft = await draftOf(step.session, hands);
      if (draft === null) return false;
      await ask(hands, fresh(step.session, open.of), 'starting', async () => ({
        ...(await timers.start(open.api, draft)),
        state: 'running',
      }));
      return true;
    }
    case 'restart':
      await ask(hands, step.timer, 'starting', async () => ({
        ...(await timers.restart!(open.api, step.entry)),
        state: 'running',
      }));
      return true;
    case 'look-up':
      await ask(hands, step.timer, 'starting', () => lookUp(step, hands));
      return true;
    case 'stop':
      await ask(hands, step.timer, 'stopping', async () => {
        const { remoteId } = await timers.stop(open.api, step.timer, step.at);
        // A start that was delivered twice began a second one, which took the place of the one we know.
        const left = await runningOf(step.timer, hands);
        if (left !== null) await timers.stop(open.api, left, step.at);
        return { remoteId, timerId: null, state: 'stopped' };
      });
      return true;
  }
}

type Outcome = Pick<RemoteTimer, 'state'> & Partial<Pick<RemoteTimer, 'remoteId' | 'timerId'>>;

/** Writes down what is asked for, asks, writes down what became of it. */
async function ask(
  { world }: Hands,
  timer: RemoteTimer,
  asking: 'starting' | 'stopping',
  call: () => Promise<Outcome>,
): Promise<void> {
  const put = (change: Outcome & Pick<RemoteTimer, 'lastError'>): Promise<void> =>
    world.stores.timers.put({ ...timer, ...change, updatedAt: world.clock.now() });
  await put({ state: asking, lastError: timer.lastError });
  try {
    await put({ ...(await call()), lastError: null });
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    if (asking === 'stopping' && error.kind === 'missing') return put({ state: 'stopped', lastError: null });
    // A timer that runs on is never given up; a redirect was said by some machine on the way.
    const isOver =
      asking === 'starting' &&
      !PASSING.includes(error.kind) &&
      (error.status === null || error.status >= 400);
    await put({ state: isOver ? 'failed' : asking, lastError: error.message });
    if (!isOver) throw error;
    world.log.warn('timer.refused', { provider: timer.provider, code: error.kind });
  }
}

/** Did a start happen whose answer was lost? What did not happen is done now, when it is still wanted. */
async function lookUp(step: Extract<TimerStep, { kind: 'look-up' }>, hands: Hands): Promise<Outcome> {
  const { open, timers } = hands;
  const { timer, session } = step;
  const running = await runningOf(timer, hands);
  if (running !== null) return { ...running, state: 'running' };
  if (timer.remoteId !== null) {
    if (!step.isWanted || timers.restart === undefined) return { state: 'stopped' };
    return { ...(await timers.restart(open.api, timer.remoteId)), state: 'running' };
  }
  const draft = session && (await draftOf(session, hands));
  if (draft === null) return { state: 'stopped' };
  // It ran, and something else was started there since.
  const [found] = await open.provider.find(open.api, draft);
  if (found) return { remoteId: found.id, timerId: null, state: found.running ? 'running' : 'stopped' };
  if (!step.isWanted) return { state: 'stopped' };
  return { ...(await timers.start(open.api, draft)), state: 'running' };
}

/** What runs there now, if it is the timer of that session. */
async function runningOf(
  timer: RemoteTimer,
  { open, timers }: Hands,
): Promise<Pick<RemoteTimer, 'remoteId' | 'timerId'> | null> {
  const running = await timers.running(open.api);
  if (running === null) return null;
  const { remoteId, timerId, reference } = running;
  const isOurs =
    reference === referenceOf(timer.session) || (timer.remoteId !== null && remoteId === timer.remoteId);
  return isOurs ? { remoteId, timerId } : null;
}

const fresh = (session: Session, of: BookingAccount): RemoteTimer => ({
  ...of,
  session: session.id,
  remoteId: null,
  timerId: null,
  state: 'starting',
  lastError: null,
  updatedAt: session.startedAt,
});

/** What a session's timer is told; null: the session has no unit yet. */
async function draftOf(session: Session, { world, person, open }: Hands): Promise<BookingDraft | null> {
  const { settings, rules } = person;
  const project = session.ticket === null ? session.project : projectOfTicket(session.ticket, rules);
  const mapping: Mapping | null = mappingOf(
    { ticket: session.ticket, project },
    await world.stores.mappings.list(person.user, open.provider.id),
  );
  if (mapping === null) return null;
  const date = dayOf(session.startedAt, session.zone);
  const always = settings['booking.billable'];
  return {
    reference: referenceOf(session.id),
    date,
    minutes: minutes(0),
    note: noteOf(settings['booking.note'], {
      ticket: session.ticket,
      project,
      description: session.title,
      date,
    }),
    unit: mapping.unit,
    task: mapping.task,
    billable: mapping.billable ?? (always === 'unit' ? null : always === 'yes'),
    startedAt: session.startedAt,
    zone: session.zone,
  };
}
