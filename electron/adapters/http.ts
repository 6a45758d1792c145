import type { Http, HttpRequest, HttpResponse } from '#shared/ports/http.ts';
import { HttpFailure } from '#shared/ports/http.ts';
import { said } from '#shared/values/said.ts';

/** Larger answers are none that a provider gives (port `Http`). */
const LARGEST_BYTES = 16 * 1024 * 1024;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The certificate was looked at and refused: not one byte of the request has left. */
const BAD_CERTIFICATE =
  /^(CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|(DEPTH_ZERO_)?SELF_SIGNED_CERT|ERR_TLS_CERT_|HOSTNAME_MISMATCH$|INVALID_(CA|PURPOSE)$)|^ERR_SSL_WRONG_VERSION_NUMBER$/;

/**
 * The network by the platform's own `fetch`, which Node and Electron load only when the first request is made.
 * @param version of this program, for the user agent; a caller's own `user-agent` comes before it.
 */
export function createHttp(version: () => string): Http {
  return {
    async send(request, stop) {
      const prepared = prepare(request, version());
      if (stop?.asked) throw new HttpFailure(said`called off`, false);
      const abort = new AbortController();
      const forget = stop?.whenAsked(() => abort.abort());
      const timer = setTimeout(() => abort.abort(), request.timeoutMs);
      try {
        return await exchange(prepared, abort);
      } catch (error) {
        if (error instanceof HttpFailure) throw error;
        const why = stop?.asked
          ? said`called off`
          : abort.signal.aborted
            ? said`no answer within ${request.timeoutMs} ms`
            : reasonOf(error);
        throw new HttpFailure(why, wasReached(error), error);
      } finally {
        clearTimeout(timer);
        forget?.();
      }
    },
  };
}

/** @throws HttpFailure for what must not or cannot be sent. */
function prepare({ method, url, headers, body }: HttpRequest, version: string): Request {
  if (!isSafe(url)) throw new HttpFailure(said`only https is allowed, or http on this machine`, false);
  try {
    const all = new Headers(headers);
    if (!all.has('user-agent')) all.set('user-agent', `Stint/${version}`);
    return new Request(url, { method, headers: all, body, redirect: 'manual' });
  } catch {
    // The error quotes the value, which may be a token: it goes no further.
    throw new HttpFailure(said`a header, the method or the address cannot be sent`, false);
  }
}

function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

async function exchange(request: Request, abort: AbortController): Promise<HttpResponse> {
  const response = await fetch(request, { signal: abort.signal });
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await wholeBody(response, abort) };
}

async function wholeBody({ body }: Response, abort: AbortController): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > LARGEST_BYTES) {
      abort.abort();
      throw new HttpFailure(said`the answer is larger than 16 MB`, true);
    }
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * Could the request have come through? Only what failed before there was a connection is a sure no: for all else, a
 * reset before the first byte of the answer too, the server may have done what it was asked.
 */
function wasReached(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  // Several addresses of one host were tried.
  const tried = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  return tried.length === 0 || !tried.every(failedBeforeSending);
}

function failedBeforeSending(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  const syscall: unknown = Reflect.get(cause, 'syscall');
  const code = codeOf(cause);
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    // Ports that the Fetch standard keeps for other services (mail, chat) are not even tried.
    Reflect.get(cause, 'message') === 'bad port' ||
    BAD_CERTIFICATE.test(code)
  );
}

/** The system's code of what went wrong, for logs and bug reports; never a value that was sent. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (typeof cause === 'object' && cause !== null && codeOf(cause)) || said`the connection broke`;
}

function codeOf(cause: object): string {
  const code: unknown = Reflect.get(cause, 'code');
  return typeof code === 'string' ? code : '';
}
