import type { DevSessionCosts, DevSessionPage, DevSessionShape } from '../../contract/dev-session-shapes.ts';
import type { SessionStatus, SessionType } from '../../evidence/session.ts';
import type { DevSessionFilter, DevSessionPlace } from '../../ports/dev-session-store.ts';
import type { World } from '../../ports/world.ts';
import { isId } from '../../values/ids.ts';
import { formatInstant, parseInstant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import { dayInterval } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { readTicket } from '../change-entry.ts';
import type { Person } from '../person.ts';
import { dayNamed, personOf } from '../person.ts';
import { comparedSoFar } from './compare-git.ts';
import { lookUpDevSession } from './find.ts';
import { readAgents, reckon } from './reckon.ts';
import { devSessionShape, devSessionShapes } from './shape.ts';

interface Paging {
  readonly limit?: number | undefined;
  readonly before?: string | undefined;
}

const USUAL_PAGE = 50;
/** What agents left is read again when it was read longer ago than this, in ms. */
const FRESH_MS = 10_000;

/** Open sessions, newest first, with what they come to so far. */
export async function activeDevSessions(world: World): Promise<DevSessionShape[]> {
  const person = personOf(world);
  return devSessionShapes(world, person, await world.stores.devSessions.open(person.user));
}

/** One session; of an open one with what changed so far. @throws Problem `not-found`. */
export async function showDevSession(world: World, input: { id: string }): Promise<DevSessionShape> {
  const person = personOf(world);
  const session = await lookUpDevSession(world, person, input.id);
  return devSessionShape(world, person, session, await comparedSoFar(world, session));
}

/** Sessions that fit a filter, newest first, page by page. @throws Problem `usage`. */
export async function listDevSessions(
  world: World,
  input: Paging & {
    readonly status?: SessionStatus | undefined;
    readonly type?: SessionType | undefined;
    readonly ticket?: string | undefined;
    readonly search?: string | undefined;
  },
): Promise<DevSessionPage> {
  const { status, type, search } = input;
  const ticket = input.ticket === undefined ? null : readTicket(input.ticket);
  return pageOf(world, personOf(world), { status, type, search, ticket: ticket ?? undefined }, input);
}

/** @throws Problem `usage`. */
export const devSessionsOfProject = (
  world: World,
  input: Paging & { readonly project: string },
): Promise<DevSessionPage> => pageOf(world, personOf(world), { project: input.project }, input);

/** Sessions that began on these days, both included. @throws Problem `usage`. */
export async function devSessionsOfDays(
  world: World,
  input: Paging & { readonly from: string; readonly to: string },
): Promise<DevSessionPage> {
  const person = personOf(world);
  return pageOf(world, person, { began: daysFrom(input.from, input.to, person) }, input);
}

/** The stretch of local days, both included. @throws Problem `usage` when it ends before it begins. */
export function daysFrom(from: string, to: string, person: Person): Interval {
  const [first, last] = [dayNamed(from, person), dayNamed(to, person)];
  if (last < first)
    throw new Problem(
      'usage',
      said`${last} is before ${first}.`,
      said`Give the first day, then the last one.`,
    );
  return { start: dayInterval(first, person.zone).start, end: dayInterval(last, person.zone).end };
}

async function pageOf(
  world: World,
  person: Person,
  filter: DevSessionFilter,
  { limit = USUAL_PAGE, before }: Paging,
): Promise<DevSessionPage> {
  const after = before === undefined ? null : placeNamed(before);
  const found = await world.stores.devSessions.page(person.user, filter, limit + 1, after);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    sessions: await devSessionShapes(world, person, shown),
    next: last === undefined ? null : `${formatInstant(last.startedAt)}_${last.id}`,
  };
}

/** @throws Problem `usage`. */
function placeNamed(text: string): DevSessionPlace {
  const [at = '', id = ''] = text.split('_');
  const startedAt = parseInstant(at);
  if (startedAt !== null && isId(id)) return { startedAt, id };
  throw new Problem(
    'usage',
    said`"${text}" is no place in the list.`,
    said`Give \`next\` of the page before.`,
  );
}

/** What a session costs, part by part; while it runs as of now. @throws Problem `not-found`. */
export async function devSessionCosts(world: World, input: { id: string }): Promise<DevSessionCosts> {
  const person = personOf(world);
  const session = await lookUpDevSession(world, person, input.id);
  const { id, complexity } = session;
  if (session.outcome !== null) return { id, live: false, complexity, ...mutable(session.outcome.cost) };
  const live = session.status !== 'cancelled';
  if (live) await readAgents(world, person, session, FRESH_MS);
  return { id, live, complexity, ...mutable((await reckon(world, person, [session])).get(id)!.cost) };
}

type Cost = Omit<DevSessionCosts, 'id' | 'live' | 'complexity'>;
type KnownCost = {
  readonly [K in keyof Cost]: Cost[K] extends readonly (infer T)[] ? readonly T[] : Cost[K];
};
const mutable = (cost: KnownCost): Cost => ({
  ...cost,
  models: [...cost.models],
  unpriced: [...cost.unpriced],
});
