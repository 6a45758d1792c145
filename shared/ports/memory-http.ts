import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { HttpFailure } from './http.ts';

/** A network that a test plays the other end of. */
export interface MemoryHttp extends Http {
  /** Answers each request, or throws `HttpFailure`. At first nobody is there. */
  handler: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
  /** Everything that was sent, oldest first. */
  readonly requests: HttpRequest[];
}

/** Nobody answers, as without a network. */
export const nobodyThere = (): never => {
  throw new HttpFailure('no network', false);
};

export function memoryHttp(): MemoryHttp {
  const http: MemoryHttp = {
    handler: nobodyThere,
    requests: [],
    async send(request, stop) {
      stop?.check();
      http.requests.push(request);
      return http.handler(request);
    },
  };
  return http;
}

/** An answer with JSON in it. */
export const jsonAnswer = (
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
