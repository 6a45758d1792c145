import type { Http, HttpResponse } from '../ports/http.ts';
import { HttpFailure } from '../ports/http.ts';
import type { Clock } from '../ports/world.ts';
import type { Instant } from '../values/instant.ts';
import { plusMs } from '../values/instant.ts';
import { said } from '../values/said.ts';
import type { Stop } from '../values/stop.ts';
import type { Api, ApiAnswer, ApiRequest, ProviderIds } from './api.ts';
import { wordsOf } from './api.ts';
import { ProviderFailure } from './failure.ts';
import type { FailureKind } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Provider } from './provider.ts';

const TIMEOUT_MS = 30_000;
/** Without a word from the provider: how long it is left alone after it said "too many". */
const REST_MS = 15_000;

export interface ApiNeeds {
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly token: string;
  readonly ids: ProviderIds;
  readonly options?: Readonly<Record<string, string>>;
  readonly http: Http;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly stop?: Stop;
}

/** Opens the way to a provider. Neither the token nor a body ever stands in a failure or a log. */
export function openApi(needs: ApiNeeds): Api {
  const { provider, token, ids, http, clock, gate, stop } = needs;
  const send = (request: ApiRequest): Promise<HttpResponse> =>
    http.send(
      {
        method: request.method,
        url: addressOf(needs.baseUrl, request),
        headers: { ...provider.headers(token, ids), ...request.headers },
        body: request.body === undefined ? null : JSON.stringify(request.body),
        timeoutMs: TIMEOUT_MS,
      },
      // What writes is never cut off: whether it was done would have to be found out.
      request.method === 'GET' ? stop : undefined,
    );
  return {
    ids,
    options: needs.options ?? {},
    async call(request) {
      const buckets = request.buckets ?? ['main'];
      const answered = await gate.pass(buckets, stop);
      let response: HttpResponse;
      try {
        response = await send(request);
      } catch (error) {
        throw unanswered(error, provider.name);
      } finally {
        // Not worth an answer: it counts from when it left, then.
        await answered().catch(() => undefined);
      }
      const answer: ApiAnswer = { ...response, json: jsonOf(response) };
      const now = clock.now();
      const reading = provider.read?.(answer, now, buckets) ?? null;
      for (const [bucket, until] of Object.entries(reading?.hold ?? {})) await gate.hold(bucket, until);
      if (answer.status >= 200 && answer.status < 300 && reading?.kind === undefined) return answer;

      const kind = reading?.kind ?? kindOf(answer.status);
      const told = retryAfter(answer, now);
      if (kind === 'limited' && reading?.hold === undefined) {
        for (const bucket of buckets) await gate.hold(bucket, told ?? plusMs(now, REST_MS));
      }
      throw new ProviderFailure(kind, reading?.words || wordsOf(answer), {
        status: answer.status,
        retryAt: told ?? Object.values(reading?.hold ?? {})[0] ?? null,
      });
    },
  };
}

function addressOf(baseUrl: string, { path, query = {} }: ApiRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return `${baseUrl.replace(/\/+$/, '')}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function jsonOf({ body }: HttpResponse): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorised';
  if (status === 404 || status === 410) return 'missing';
  if (status === 429) return 'limited';
  if (status === 408 || status >= 500) return 'uncertain';
  // A redirect is not followed, for the token would go along. It is no refusal: it comes from a wrong address, or from
  // a network that wants a sign-in first.
  if (status >= 300 && status < 400) return 'uncertain';
  return 'refused';
}

/** `Retry-After` and `X-RateLimit-Reset`: seconds, or a date. */
function retryAfter({ headers }: ApiAnswer, now: Instant): Instant | null {
  const text = headers['retry-after'] ?? headers['x-ratelimit-reset'];
  if (text === undefined) return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && text.trim() !== '') {
    // Some count from now, some from 1970.
    const ms = seconds > 1e9 ? seconds * 1000 - now : seconds * 1000;
    return plusMs(now, Math.min(Math.max(ms, 0), 6 * 3_600_000));
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : plusMs(now, Math.min(Math.max(at - now, 0), 6 * 3_600_000));
}

function unanswered(error: unknown, name: string): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  const reached = error instanceof HttpFailure ? error.reached : true;
  return new ProviderFailure(reached ? 'uncertain' : 'unreached', said`${name} did not answer.`, {
    cause: error,
  });
}
