// The network in memory, with faults: what stands in for it where thousands of schedules are tried.
import type { Http, HttpResponse } from '#shared/ports/http.ts';
import { HttpFailure } from '#shared/ports/http.ts';
import type { Clock } from '#shared/ports/world.ts';
import type { FakeAnswer, FakeProvider, FakeRequest } from './fake-provider.ts';
import type { Fates, Fault, Reply } from './faults.ts';
import { cutInHalf, fateOf } from './faults.ts';

/** Nobody waits so long for a request that is still on its way. */
const LATE_MS = 20_000;
/** Short, so that nothing but Stint itself keeps the pace down. */
const ROUND_TRIP_MS = 5;

/** A request as it left, for a witness who counts. */
export interface Sent {
  /** When it left. */
  readonly left: number;
  readonly request: FakeRequest;
  readonly fault: Fault | null;
  /** What the asker was told; null: nothing. */
  readonly status: number | null;
}

export interface FaultyHttp extends Http {
  readonly sent: readonly Sent[];
  /** How often the service said that this was too often, as long as nothing was doubled or held up on the way. */
  readonly tooMany: () => number;
  /** Was anything doubled or held up on the way so far? */
  readonly disturbed: () => boolean;
  /** Lets everything arrive that is still on its way. */
  arrive(): void;
}

export interface FaultyHttpNeeds {
  readonly fake: FakeProvider;
  readonly baseUrl: string;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  readonly fates: Fates;
}

/** A way to one service. Time passes as the clock lets it. */
export function faultyHttp({ fake, baseUrl, clock, fates }: FaultyHttpNeeds): FaultyHttp {
  const sent: Sent[] = [];
  let tooMany = 0;
  let disturbed = false;
  let onTheWay: { readonly at: number; readonly request: FakeRequest }[] = [];
  const arrive = (until: number): void => {
    const due = onTheWay.filter(({ at }) => at <= until);
    onTheWay = onTheWay.filter(({ at }) => at > until);
    for (const { request } of due) fake.handle(request);
  };
  return {
    sent,
    tooMany: () => tooMany,
    disturbed: () => disturbed,
    arrive: () => arrive(Infinity),
    async send(request) {
      if (!request.url.startsWith(baseUrl)) throw new Error(`a request to somewhere else: ${request.url}`);
      arrive(clock.now());
      const fault = fates.take();
      const fate = fateOf(fault);
      const asked: FakeRequest = {
        method: request.method,
        target: request.url.slice(baseUrl.length),
        headers: lowerCase(request.headers),
        body: request.body ?? '',
      };
      const mine = { left: clock.now(), request: asked, fault, status: null as number | null };
      sent.push(mine);
      if (fate.refused) throw new HttpFailure('connect ECONNREFUSED', false);
      const before = fake.counts.tooMany;
      let own: FakeAnswer | null = null;
      if (fate.late) onTheWay.push({ at: clock.now() + request.timeoutMs + LATE_MS, request: asked });
      else if (fate.deliveries > 0) own = fake.handle(asked);
      if (!disturbed) tooMany += fake.counts.tooMany - before;
      disturbed ||= fate.late || fate.deliveries === 2;
      if (!fate.late && fate.deliveries === 2) fake.handle(asked);
      await clock.wait(fate.reply.kind === 'silence' ? request.timeoutMs : ROUND_TRIP_MS);
      const told = toldBy(fate.reply, own, request.timeoutMs);
      if (told instanceof HttpFailure) throw told;
      mine.status = told.status;
      return told;
    },
  };
}

function toldBy(reply: Reply, own: FakeAnswer | null, timeoutMs: number): HttpResponse | HttpFailure {
  if (reply.kind === 'instead') return reply.answer;
  if (reply.kind === 'reset') return new HttpFailure('read ECONNRESET', true);
  if (reply.kind === 'truncated') return new HttpFailure('the answer broke off', true);
  if (reply.kind === 'silence' || own === null)
    return new HttpFailure(`no answer within ${timeoutMs} ms`, true);
  return reply.kind === 'cut' ? cutInHalf(own) : own;
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
