import type { HttpRequest, HttpResponse } from '../../ports/http.ts';
import { memoryClock } from '../../ports/memory-clock.ts';
import { memoryHttp } from '../../ports/memory-http.ts';
import type { Api } from '../api.ts';
import { openApi } from '../open-api.ts';
import type { ProviderIds } from '../api.ts';
import { productive } from './productive.ts';

/** An answer as it was recorded: a status, a body, headers; a body alone is a 200. */
export interface Recorded {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The way to Productive with somebody at the other end who answers from a record; no limits are kept. */
export function recordedApi(
  answer: (request: HttpRequest, turn: number) => Recorded,
  more: { ids?: Partial<ProviderIds>; options?: Readonly<Record<string, string>> } = {},
): { readonly api: Api; readonly requests: readonly HttpRequest[]; readonly held: Record<string, number> } {
  const http = memoryHttp();
  const held: Record<string, number> = {};
  http.handler = (request): HttpResponse => {
    const { status = 200, body, headers = {} } = answer(request, http.requests.length);
    return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  };
  const api = openApi({
    provider: productive,
    baseUrl: productive.baseUrl,
    token: 'a-token',
    ids: { organizationId: '4711', workspaceId: '', accountId: '', personId: '12', ...more.ids },
    options: more.options ?? {},
    http,
    clock: memoryClock('2026-02-12T10:00:00Z'),
    gate: {
      pass: async () => async () => undefined,
      async hold(bucket, until) {
        held[bucket] = until;
      },
    },
  });
  return { api, requests: http.requests, held };
}

/** Path and query of a request, readable. */
export const targetOf = (request: HttpRequest): string =>
  decodeURIComponent(request.url.slice(productive.baseUrl.length));

/** An entry as it is answered, without the 40 attributes nobody reads here. */
export const recordedEntry = (
  attributes: Readonly<Record<string, unknown>> = {},
  relationships: Readonly<Record<string, unknown>> = {
    service: { data: { type: 'services', id: '1856422' } },
    task: { data: null },
  },
): Readonly<Record<string, unknown>> => ({
  id: '84848214',
  type: 'time_entries',
  attributes: {
    date: '2026-02-10',
    time: 90,
    billable_time: 90,
    note: '<p>TB-042: Fix the login [stint 0123456789ab]</p>',
    track_method_id: 1,
    started_at: null,
    timer_started_at: null,
    timer_stopped_at: null,
    approved: false,
    approved_at: null,
    submitted: false,
    invoiced: false,
    ...attributes,
  },
  relationships,
});
