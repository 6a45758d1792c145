import type { Http, HttpFailure, HttpRequest } from '#shared/ports/http.ts';
import type { Asking } from '#shared/ports/google-calendars.ts';

/** What Google needs to hear of us. Which versions of Node and of its library run here is none of that. */
const TOLD = ['authorization', 'content-type', 'accept'];

/** The network as Google's library asks for it, and what stood in its way. */
export interface HttpFetch {
  readonly fetch: typeof fetch;
  /** Why no whole answer came to the last request; null: one did. */
  failure(): HttpFailure | Error | null;
}

/**
 * Sends what Google's library wants to send through our own network: https only, no redirects, a limit to every answer.
 * Nothing is tried again in here.
 */
export function httpFetch(http: Http, { timeoutMs, stop }: Asking): HttpFetch {
  let failure: Error | null = null;
  return {
    failure: () => failure,
    fetch: async (target, init) => {
      failure = null;
      const headers = new Headers(init?.headers);
      if (init?.body instanceof URLSearchParams) {
        headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
      }
      const told = TOLD.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!] as const] : []));
      const request: HttpRequest = {
        method: init?.method === 'POST' ? 'POST' : 'GET',
        url: target instanceof Request ? target.url : String(target),
        headers: Object.fromEntries(told),
        body: bodyOf(init?.body),
        timeoutMs,
      };
      try {
        const answer = await http.send(request, stop);
        const isEmpty = answer.status === 204 || answer.status === 304;
        return new Response(isEmpty ? null : answer.body, { status: answer.status, headers: answer.headers });
      } catch (error) {
        failure = error instanceof Error ? error : new Error('the request failed');
        throw failure;
      }
    },
  };
}

function bodyOf(body: unknown): string | null {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('only text is sent to Google');
}
