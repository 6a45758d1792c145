import type { Http, HttpResponse } from '../ports/http.ts';
import { HttpFailure } from '../ports/http.ts';
import type { Clock } from '../ports/world.ts';
import type { Instant } from '../values/instant.ts';
import { plusMs } from '../values/instant.ts';
import { ProviderFailure } from './failure.ts';
import type { FailureKind } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Provider, ProviderIds } from './provider.ts';
import type { Stop } from '../values/stop.ts';

const TIMEOUT_MS = 30_000;
/** So much of what a server says is shown. */
const WORDS_LIMIT = 300;
/** Without a word from the provider: how long it is left alone after it said "too many". */
const REST_MS = 15_000;

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base address: `/time_entries`. */
  readonly path: string;
  /** Null and undefined are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which limits it counts against; `main` unless told. Several when it counts twice. */
  readonly buckets?: readonly string[];
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** The one way to a provider: address, token, limits and failures are seen to; a good answer comes back as it is. */
export interface Api {
  readonly ids: ProviderIds;
  /** Choices of settings that change how this provider is spoken to, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** @throws ProviderFailure for every answer that is not 2xx. */
  call(request: ApiRequest): Promise<ApiAnswer>;
}

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
  return {
    ids,
    options: needs.options ?? {},
    async call(request) {
      const buckets = request.buckets ?? ['main'];
      await gate.pass(buckets, stop);
      const response = await http
        .send(
          {
            method: request.method,
            url: addressOf(needs.baseUrl, request),
            headers: { ...provider.headers(token, ids), ...request.headers },
            body: request.body === undefined ? null : JSON.stringify(request.body),
            timeoutMs: TIMEOUT_MS,
          },
          // What writes is never cut off: whether it was done would have to be found out.
          request.method === 'GET' ? stop : undefined,
        )
        .catch((error: unknown) => {
          throw unanswered(error, provider.name);
        });
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

/** An answer that is not what the vendor documents: whatever was asked may have been done. */
export const nonsense = (
  provider: string,
  answer: Pick<ApiAnswer, 'status'>,
  cause?: unknown,
): ProviderFailure =>
  new ProviderFailure(
    'uncertain',
    `${provider} answered ${answer.status} with something Stint does not understand.`,
    {
      status: answer.status,
      cause,
    },
  );

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
  return new ProviderFailure(reached ? 'uncertain' : 'unreached', `${name} did not answer.`, {
    cause: error,
  });
}

/** The server's words: the usual places of a JSON error, else the text, else the status. */
export function wordsOf({ status, json, body }: ApiAnswer): string {
  const found = wordsIn(json) ?? (json === undefined && !/^\s*</.test(body) ? body.trim() : '');
  const text = (typeof json === 'string' ? json : found).replaceAll(/\s+/g, ' ').trim();
  return text === ''
    ? `answered ${status}`
    : text.length > WORDS_LIMIT
      ? `${text.slice(0, WORDS_LIMIT)}…`
      : text;
}

function wordsIn(json: unknown): string | null {
  if (typeof json !== 'object' || json === null) return null;
  const errors: unknown = Reflect.get(json, 'errors');
  if (Array.isArray(errors))
    return (
      errors
        .map((one) => wordsIn(one) ?? '')
        .filter(Boolean)
        .join('; ') || null
    );
  for (const key of ['detail', 'message', 'error_description', 'title', 'error']) {
    const value: unknown = Reflect.get(json, key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}
