import type { Stop } from '../values/stop.ts';

/** The network, as plain requests and answers. Nothing is retried, followed or remembered behind the caller's back. */
export interface Http {
  /**
   * Sends one request and reads the whole answer. A redirect is an answer like any other: following it would hand the
   * token to somebody else. Bodies over 16 MB are an error.
   * @throws HttpFailure when no whole answer came.
   */
  send(request: HttpRequest, stop?: Stop): Promise<HttpResponse>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute; https, or http on the loopback. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** No whole answer. `reached` false: the request certainly never got there (no such host, connection refused). */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly reached: boolean;
  constructor(message: string, reached: boolean, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reached = reached;
  }
}
