import { ProviderFailure } from './failure.ts';
import { said } from '../values/said.ts';

/** So much of what a server says is shown. */
const WORDS_LIMIT = 300;

/** Ids of the settings `providers.P.…`, '' when not known. */
export interface ProviderIds {
  readonly organizationId: string;
  readonly workspaceId: string;
  readonly accountId: string;
  readonly personId: string;
}

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

/** An answer that is not what the vendor documents: whatever was asked may have been done. */
export const nonsense = (
  provider: string,
  answer: Pick<ApiAnswer, 'status'>,
  cause?: unknown,
): ProviderFailure =>
  new ProviderFailure(
    'uncertain',
    said`${provider} answered ${answer.status} with something Stint does not understand.`,
    {
      status: answer.status,
      cause,
    },
  );

/** The server's words: the usual places of a JSON error, else the text, else the status. */
export function wordsOf({ status, json, body }: ApiAnswer): string {
  const found = wordsIn(json) ?? (json === undefined && !/^\s*</.test(body) ? body.trim() : '');
  const text = (typeof json === 'string' ? json : found).replaceAll(/\s+/g, ' ').trim();
  return text === ''
    ? said`answered ${status}`
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
