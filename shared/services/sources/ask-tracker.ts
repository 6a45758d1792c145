import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { HttpResponse } from '../../ports/http.ts';
import { HttpFailure } from '../../ports/http.ts';
import type { World } from '../../ports/world.ts';
import { backOffMs } from '../../providers/outbox/back-off.ts';
import type { TrackerAnswer, TrackerId, TrackerQuestion } from '../../sources/tickets/tracker.ts';
import { TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import type { Instant } from '../../values/instant.ts';
import { formatInstant, instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Stop } from '../../values/stop.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { TrackerMark } from './tracker-mark.ts';
import { keepTrackerMark, trackerMark } from './tracker-mark.ts';
import { accessOf, TRACKERS } from './tracker-access.ts';
import { repositoryOf, trackerKey, trackerToken } from './ticket-trackers.ts';

/** So many questions are under way at a time. */
const AT_ONCE = 4;
/** How long a tracker that asked for quiet is left alone where it does not say, in ms. */
const QUIET = { firstMs: 60_000, longestMs: 3_600_000 };
/** A repository that was renamed answers with its new address. */
const MOST_REDIRECTS = 2;

/** How long each question may take, in ms, and the way to call it off. */
export interface Pace {
  /** @throws Stopped when no time is left. */
  timeoutMs(): number;
  readonly stop?: Stop;
}

/** What came of asking for some tickets. */
export interface Asked {
  readonly facts: readonly TicketFacts[];
  /** Tickets it does not know, with its words. */
  readonly missing: ReadonlyMap<TicketId, string>;
  /** Why the rest was not asked for, or not answered; null: all were. */
  readonly problem: Problem | null;
}

/**
 * Asks a tracker for tickets, a few at a time, and keeps what it knows. It stops at the first sign that going on is of
 * no use: no network, a token that is not accepted, a wish to be left alone, which is kept and honoured.
 * @param again also for tickets it said it does not know.
 * @throws Stopped when it is called off or no time is left; what was answered is kept.
 */
export async function askTracker(
  world: World,
  tracker: TrackerId,
  tickets: readonly TicketId[],
  pace: Pace,
  again = false,
): Promise<Asked> {
  const now = world.clock.now();
  const known = await trackerMark(world, tracker, now);
  let { mark } = known;
  const missing = new Map<TicketId, string>();
  const facts: TicketFacts[] = [];
  const told = (problem: Problem | null): Asked => ({ facts, missing, problem });

  const open = tickets.filter((ticket) => {
    const miss = mark.missing[ticket];
    if (miss === undefined || again) return true;
    missing.set(ticket, miss.why);
    return false;
  });
  if (open.length === 0) return told(null);
  if (known.paused) return told(paused(tracker));
  if (mark.quiet !== null && now < mark.quiet.until) return told(quietProblem(tracker, mark.quiet));
  let ask: (ticket: TicketId) => Promise<TrackerAnswer>;
  try {
    ask = await asker(world, tracker, pace);
  } catch (error) {
    if (error instanceof Problem) return told(error);
    throw error;
  }

  const before = mark;
  let problem: Problem | null = null;
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const some = open.slice(from, from + AT_ONCE);
    const ends = await Promise.allSettled(some.map(ask));
    const read: TicketFacts[] = [];
    const refusals: (Refusal | Problem)[] = [];
    let broke: Error | null = null;
    for (const [index, end] of ends.entries()) {
      const ticket = some[index]!;
      if (end.status === 'rejected') {
        if (end.reason instanceof Problem) refusals.push(end.reason);
        else broke ??= end.reason instanceof Error ? end.reason : new Error(String(end.reason));
      } else if (end.value.kind === 'facts') {
        const { [ticket]: _found, ...others } = mark.missing;
        mark = { quiet: quietOf(end.value.quietUntil, mark), missing: others };
        read.push(factsFrom(world, tracker, ticket, end.value.facts));
      } else if (end.value.kind === 'missing') {
        const { why } = end.value;
        missing.set(ticket, why);
        mark = { ...mark, missing: { ...mark.missing, [ticket]: { at: now, why } } };
      } else refusals.push(end.value);
    }
    // After the others: an answer that came beside it does not end a quiet.
    const quiet = refusals.find((one) => !(one instanceof Problem) && one.kind === 'quiet');
    if (quiet && !(quiet instanceof Problem)) mark = { ...mark, quiet: quieter(world, quiet, before) };
    const refusal = quiet ?? refusals[0];
    if (refusal) problem ??= refusal instanceof Problem ? refusal : problemOf(refusal, tracker, mark);
    facts.push(...read);
    if (read.length > 0) await world.stores.ticketFacts.put(read);
    await keepTrackerMark(world, tracker, mark);
    if (broke !== null) throw broke;
    if (refusals.some(endsAll) || refusals.length === some.length) return told(problem);
    if (mark.quiet !== null && now < mark.quiet.until && from + AT_ONCE < open.length) {
      return told(quietProblem(tracker, mark.quiet));
    }
  }
  return told(problem);
}

type Refusal = Exclude<TrackerAnswer, { kind: 'facts' | 'missing' }>;

/** One answer without sense is one ticket's trouble; all else would meet the next ticket just as well. */
const endsAll = (refusal: Refusal | Problem): boolean =>
  refusal instanceof Problem || refusal.kind !== 'nonsense';

type Quiet = NonNullable<TrackerMark['quiet']>;

/** An answer ends a quiet, unless it was the last one allowed for now. */
const quietOf = (until: Instant | null, { quiet }: TrackerMark): Quiet | null =>
  until === null
    ? quiet !== null && quiet.times === 0
      ? quiet
      : null
    : { times: 0, until, why: said`no more questions are allowed for now` };

function quieter(
  world: World,
  { until = null, why }: { why: string; until?: Instant | null },
  mark: TrackerMark,
): Quiet {
  const times = (mark.quiet?.times ?? 0) + 1;
  const now = world.clock.now();
  return { times, why, until: until ?? instant(now + backOffMs(times, world.random(), QUIET)) };
}

function factsFrom(
  world: World,
  id: TrackerId,
  ticket: TicketId,
  facts: Extract<TrackerAnswer, { kind: 'facts' }>['facts'],
): TicketFacts {
  const site = world.settings.get()['tickets.jira.site'].replace(/\/+$/, '');
  const url = id === 'jira' ? `${site}/browse/${ticket}` : facts.url;
  return { ...facts, url, ticket, from: id, at: world.clock.now() };
}

/** The way to ask for one ticket. Its words never hold the token, whatever the tracker said. */
async function asker(
  world: World,
  tracker: TrackerId,
  pace: Pace,
): Promise<(ticket: TicketId) => Promise<TrackerAnswer>> {
  const access = await accessOf(tracker, world);
  const settings = world.settings.get();
  const { token, base } = access;
  return async (ticket) => {
    const question = TRACKERS[tracker].question(ticket, {
      ...access,
      repository: repositoryOf(ticket, settings),
    });
    const answer = TRACKERS[tracker].answer(
      await send(world, tracker, question, base, pace),
      world.clock.now(),
    );
    if (answer.kind === 'facts' || token === null) return answer;
    return { ...answer, why: answer.why.replaceAll(token, '…') };
  };
}

/** Sends a question; what has moved is followed, but the token goes nowhere else than where it belongs. */
async function send(
  world: World,
  tracker: TrackerId,
  question: TrackerQuestion,
  base: string,
  pace: Pace,
): Promise<HttpResponse> {
  let { url } = question;
  for (let hops = 0; ; hops += 1) {
    const response = await sendOnce(world, tracker, { ...question, url }, pace);
    const moved = [301, 302, 307, 308].includes(response.status) ? (response.headers['location'] ?? '') : '';
    if (question.method !== 'GET' || hops === MOST_REDIRECTS || !moved.startsWith(`${base}/`))
      return response;
    url = moved;
  }
}

async function sendOnce(
  world: World,
  tracker: TrackerId,
  question: TrackerQuestion,
  pace: Pace,
): Promise<HttpResponse> {
  try {
    return await world.http.send({ ...question, timeoutMs: pace.timeoutMs() }, pace.stop);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    pace.stop?.check();
    throw new Problem(
      'offline',
      said`${TRACKER_NAMES[tracker]} did not answer: ${error.message}.`,
      OLD_STAYS,
      error,
    );
  }
}

const OLD_STAYS = said`What was read before stays; it is tried again later.`;

function problemOf(answer: Refusal, tracker: TrackerId, { quiet }: TrackerMark): Problem {
  if (answer.kind === 'quiet' && quiet !== null) return quietProblem(tracker, quiet);
  if (answer.kind === 'unauthorised') {
    return new Problem(
      'unauthorised',
      said`${TRACKER_NAMES[tracker]} does not let Stint read: ${answer.why}.`,
      said`Give a new token: stint secret set ${trackerToken(tracker)}. What was read before stays.`,
    );
  }
  return new Problem(
    'offline',
    said`${TRACKER_NAMES[tracker]} gave no answer that makes sense: ${answer.why}.`,
    OLD_STAYS,
  );
}

const quietProblem = (tracker: TrackerId, { why, until }: Quiet): Problem =>
  new Problem(
    'offline',
    said`${TRACKER_NAMES[tracker]} asks for quiet: ${why}.`,
    said`It is asked again after ${formatInstant(instant(until))}. What was read before stays.`,
  );

const paused = (id: TrackerId): Problem =>
  new Problem(
    'refused',
    said`${TRACKER_NAMES[id]} is paused.`,
    said`Go on: stint source resume ${trackerKey(id)}`,
  );
