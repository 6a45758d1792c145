import type { HttpRequest } from '../ports/http.ts';
import { memoryClock } from '../ports/memory-clock.ts';
import { memoryHttp } from '../ports/memory-http.ts';
import type { Api } from './api.ts';
import { openApi } from './open-api.ts';
import type { ProviderIds } from './api.ts';
import type { Provider } from './provider.ts';

/** What a test answers a request with: JSON unless it is a text; 200 unless told. */
export interface Said {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnsweringApi extends Api {
  /** What was asked, in order. */
  readonly asked: readonly HttpRequest[];
}

/** Where the provider is said to be. */
export const ADDRESS = 'https://provider.example/api';

/** The way to a provider that tests answer by hand: everything but the network and the limits is real. */
export function answeringApi(
  provider: Provider,
  ids: Partial<ProviderIds>,
  answer: (request: HttpRequest, before: number) => Said,
): AnsweringApi {
  const http = memoryHttp();
  http.handler = (request) => {
    const { status = 200, json, text, headers = {} } = answer(request, http.requests.length - 1);
    return { status, headers, body: text ?? (json === undefined ? '' : JSON.stringify(json)) };
  };
  const api = openApi({
    provider,
    baseUrl: ADDRESS,
    token: 'token',
    ids: { organizationId: '', workspaceId: '', accountId: '', personId: '', ...ids },
    http,
    clock: memoryClock('2026-02-12T10:00:00Z'),
    gate: { pass: async () => async () => undefined, hold: () => Promise.resolve() },
  });
  return { ...api, asked: http.requests };
}
