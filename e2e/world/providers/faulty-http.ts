// The network in memory, with faults: what stands in for it where thousands of schedules are tried.
import type { Http, HttpResponse } from '#shared/ports/http.ts';
import { HttpFailure } from '#shared/ports/http.ts';
import type { MemoryClock } from '#shared/ports/memory-clock.ts';
import type { FakeAnswer, FakeProvider, FakeRequest } from './fake-provider.ts';
import type { Fates, Fault, Reply } from './faults.ts';
import { cutInHalf, fateOf } from './faults.ts';

/** Nobody waits so long for a request that is still on its way. */
const LATE_MS = 20_000;
const ROUND_TRIP_MS = 80;

/** A request as it left, for a witness who counts. */
export interface Sent {
  readonly at: number;
  readonly request: FakeRequest;
  readonly fault: Fault | null;
  /** What the asker was told; null: nothing. */
  readonly status: number | null;
}

export interface FaultyHttp extends Http {
  readonly sent: readonly Sent[];
  /** How often the service itself, asked once and in time, said that this was too often. */
  readonly tooMany: () => number;
  /** Lets everything arrive that is still on its way. */
  arrive(): void;
}

export interface FaultyHttpNeeds {
  readonly fake: FakeProvider;
  readonly baseUrl: string;
  readonly clock: MemoryClock;
  readonly fates: Fates;
}

/** A way to one service. Time passes on the memory clock only. */
export function faultyHttp({ fake, baseUrl, clock, fates }: FaultyHttpNeeds): FaultyHttp {
  const sent: Sent[] = [];
  let tooMany = 0;
  let onTheWay: { readonly at: number; readonly request: FakeRequest }[] = [];
  const arrive = (until: number): void => {
    const due = onTheWay.filter(({ at }) => at <= until);
    onTheWay = onTheWay.filter(({ at }) => at > until);
    for (const { request } of due) fake.handle(request);
  };
  return {
    sent,
    tooMany: () => tooMany,
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
      const note = (status: number | null): void =>
        void sent.push({ at: clock.now(), request: asked, fault, status });
      if (fate.refused) {
        note(null);
        throw new HttpFailure('connect ECONNREFUSED', false);
      }
      const before = fake.counts.tooMany;
      let own: FakeAnswer | null = null;
      if (fate.late) onTheWay.push({ at: clock.now() + request.timeoutMs + LATE_MS, request: asked });
      else if (fate.deliveries > 0) own = fake.handle(asked);
      tooMany += fake.counts.tooMany - before;
      if (!fate.late && fate.deliveries === 2) fake.handle(asked);
      clock.advance(fate.reply.kind === 'silence' ? request.timeoutMs : ROUND_TRIP_MS);
      const told = toldBy(fate.reply, own, request.timeoutMs);
      note(told instanceof HttpFailure ? null : told.status);
      if (told instanceof HttpFailure) throw told;
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
