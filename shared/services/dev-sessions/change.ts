import type { DevSessionShape } from '../../contract/dev-session-shapes.ts';
import type { Complexity, DevSession, Relationship, ReportedUse } from '../../evidence/dev-session.ts';
import type { SessionType } from '../../evidence/session.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { projectOf, readTicket } from '../change-entry.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { reckon } from './reckon.ts';
import { keepReport } from './report.ts';
import { devSessionShape } from './shape.ts';
import { timerFollows } from './timer.ts';
import { assertOpen, changeDevSession } from './write.ts';

/** As many notes as a session keeps; the oldest go. */
const MOST_ACTIVITIES = 500;
/** More tickets than this are no list anybody wrote. */
const MOST_LINKS = 200;

/** Pauses a session and the timer that runs for it. @throws Problem `refused` unless it is active. */
export async function pauseDevSession(world: World, input: { id: string }): Promise<DevSessionShape> {
  const person = personOf(world);
  const session = await changeDevSession(world, person, input.id, 'devSession.pause', (before) => {
    assertOpen(before);
    if (before.status === 'paused')
      throw new Problem(
        'refused',
        said`This development session is paused already.`,
        said`Resume it: \`stint dev resume\`.`,
      );
    return { status: 'paused', pausedAt: person.now };
  });
  await timerFollows(world, session, 'pause');
  return devSessionShape(world, person, session);
}

/** Goes on with a paused session and its timer. @throws Problem `refused` unless it is paused. */
export async function resumeDevSession(world: World, input: { id: string }): Promise<DevSessionShape> {
  const person = personOf(world);
  const session = await changeDevSession(world, person, input.id, 'devSession.resume', (before) => {
    assertOpen(before);
    if (before.pausedAt === null)
      throw new Problem('refused', said`This development session is not paused.`, said`It goes on already.`);
    return { status: 'active', pausedAt: null, pauses: pausesUntil(before, person), aliveAt: person.now };
  });
  await timerFollows(world, session, 'resume');
  return devSessionShape(world, person, session);
}

/** The pauses of a session, the one that goes on ended now. */
export const pausesUntil = ({ pauses, pausedAt }: DevSession, { now }: Person): DevSession['pauses'] =>
  pausedAt === null || pausedAt >= now ? pauses : [...pauses, { start: pausedAt, end: now }];

/** Drops a session: it stays in the list and never counts. What its timer measured counts on. @throws Problem `refused`. */
export async function cancelDevSession(world: World, input: { id: string }): Promise<DevSessionShape> {
  const person = personOf(world);
  const session = await changeDevSession(world, person, input.id, 'devSession.cancel', (before) => {
    assertOpen(before);
    return { status: 'cancelled', endedAt: person.now, pausedAt: null };
  });
  await timerFollows(world, session, 'stop');
  return devSessionShape(world, person, session);
}

export interface DevSessionChange {
  readonly id: string;
  readonly title?: string | undefined;
  readonly type?: SessionType | undefined;
  readonly ticket?: string | undefined;
  readonly project?: string | undefined;
  readonly board?: string | undefined;
  readonly complexity?: Complexity | undefined;
  readonly summary?: string | undefined;
  readonly keyChanges?: readonly string[] | undefined;
  readonly nextSteps?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/**
 * Changes what is said about a session, also after it was completed: its cost is then reckoned with its new complexity
 * and its report made again. @throws Problem `usage` for what is no ticket, `refused` for one that was dropped.
 */
export async function updateDevSession(world: World, input: DevSessionChange): Promise<DevSessionShape> {
  const person = personOf(world);
  const ticket = input.ticket === undefined ? undefined : readTicket(input.ticket);
  const session = await changeDevSession(world, person, input.id, 'devSession.update', async (before) => {
    if (before.status === 'cancelled') assertOpen(before);
    const after = { ...before, ...patchOf(before, input, ticket, person) };
    if (after.outcome === null || after.complexity === before.complexity) return after;
    const reckoned = (await reckon(world, person, [after])).get(after.id)!;
    return { ...after, outcome: { ...after.outcome, cost: reckoned.cost } };
  });
  if (session.status === 'completed') await keepReport(world, person, session);
  return devSessionShape(world, person, session);
}

function patchOf(
  before: DevSession,
  input: DevSessionChange,
  ticket: TicketId | null | undefined,
  person: Person,
): Partial<DevSession> {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.type === undefined ? {} : { type: input.type }),
    ...(ticket === undefined ? {} : { ticket, project: projectOf(ticket, person) ?? before.project }),
    ...(input.project === undefined ? {} : { project: orNull(input.project) }),
    ...(input.board === undefined ? {} : { board: orNull(input.board) }),
    ...(input.complexity === undefined ? {} : { complexity: input.complexity }),
    ...(input.summary === undefined ? {} : { summary: orNull(input.summary) }),
    ...(input.keyChanges === undefined ? {} : { keyChanges: input.keyChanges }),
    ...(input.nextSteps === undefined ? {} : { nextSteps: input.nextSteps }),
    ...(input.note === undefined ? {} : { activities: withNote(before, input.note, person) }),
  };
}

const withNote = ({ activities }: DevSession, text: string, { now }: Person): DevSession['activities'] =>
  [...activities, { at: now, text }].slice(-MOST_ACTIVITIES);

/** Links a ticket, or says anew what the session did to it. @throws Problem `usage`, `refused`. */
export async function linkTask(
  world: World,
  input: { id: string; ticket: string; relationship?: Relationship | undefined },
): Promise<DevSessionShape> {
  const person = personOf(world);
  const ticket = readTicket(input.ticket);
  if (ticket === null) throw new Problem('usage', said`No ticket is named.`, said`Give one such as TB-042.`);
  const session = await changeDevSession(world, person, input.id, 'devSession.linkTask', (before) => {
    if (before.status === 'cancelled') assertOpen(before);
    const links = withLink(before.links, ticket, input.relationship ?? 'updated', person);
    if (links.length > MOST_LINKS)
      throw new Problem(
        'refused',
        said`This session is linked with ${MOST_LINKS} tickets already.`,
        said`Link the others with another session.`,
      );
    return { links };
  });
  if (session.status === 'completed') await keepReport(world, person, session);
  return devSessionShape(world, person, session);
}

/** A ticket is linked once; what is said last counts. */
export const withLink = (
  links: DevSession['links'],
  ticket: TicketId,
  relationship: Relationship,
  { now }: Person,
): DevSession['links'] => {
  const link = { ticket, relationship, at: now };
  return links.some((one) => one.ticket === ticket)
    ? links.map((one) => (one.ticket === ticket ? link : one))
    : [...links, link];
};

export interface UseInput {
  readonly id: string;
  readonly model?: string | undefined;
  readonly calls?: number | undefined;
  readonly input?: number | undefined;
  readonly output?: number | undefined;
  readonly cacheWrite?: number | undefined;
  readonly cacheRead?: number | undefined;
  readonly usd?: number | undefined;
  readonly images?: number | undefined;
  readonly searches?: number | undefined;
}

/**
 * Adds what a session used that no transcript tells: calls of other models, images, searches.
 * @throws Problem `usage` for tokens without a model, `refused` when the session is over.
 */
export async function addUse(world: World, input: UseInput): Promise<DevSessionShape> {
  const person = personOf(world);
  const use = readUse(input);
  const session = await changeDevSession(world, person, input.id, 'devSession.use', (before) => {
    assertOpen(before);
    return {
      uses: use === null ? before.uses : withReported(before.uses, use),
      images: before.images + (input.images ?? 0),
      searches: before.searches + (input.searches ?? 0),
    };
  });
  return devSessionShape(world, person, session);
}

function readUse({ model, calls, input, output, cacheWrite, cacheRead, usd }: UseInput): ReportedUse | null {
  const given = [calls, input, output, cacheWrite, cacheRead, usd].some((value) => value !== undefined);
  if (model === undefined) {
    if (!given) return null;
    throw new Problem('usage', said`Tokens are of a model.`, said`Name it, for example --model gpt-4o.`);
  }
  return {
    model,
    calls: calls ?? 1,
    input: input ?? 0,
    output: output ?? 0,
    cacheWrite: cacheWrite ?? 0,
    cacheRead: cacheRead ?? 0,
    usd: usd ?? null,
  };
}

/** One row a model; those whose cost was said stand apart, for the others are priced. */
function withReported(uses: readonly ReportedUse[], use: ReportedUse): ReportedUse[] {
  const isSame = (one: ReportedUse): boolean =>
    one.model === use.model && (one.usd === null) === (use.usd === null);
  const known = uses.find(isSame);
  if (known === undefined) return [...uses, use];
  const sum: ReportedUse = {
    model: use.model,
    calls: known.calls + use.calls,
    input: known.input + use.input,
    output: known.output + use.output,
    cacheWrite: known.cacheWrite + use.cacheWrite,
    cacheRead: known.cacheRead + use.cacheRead,
    usd: use.usd === null ? null : (known.usd ?? 0) + use.usd,
  };
  return uses.map((one) => (isSame(one) ? sum : one));
}
