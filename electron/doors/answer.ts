import type { ServerResponse } from 'node:http';
import { HttpRefusal, statusOf } from './http-refusal.ts';
import { detailsOf, PROBLEM_JSON } from './problem-details.ts';
import { jsonOf, problemOf } from './problem-of.ts';

/** Answers with JSON that no cache keeps. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  mediaType = 'application/json; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * Answers with a problem: as RFC 9457 has it; below `/rpc`, where only the window and the command line ask, in the shape
 * both know: `{"error":{"code","message","remedy"}}`.
 */
export function answerProblem(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = problemOf(error);
  const status = statusOf(problem);
  if (problem instanceof HttpRefusal) response.setHeaders(new Map(Object.entries(problem.headers)));
  if (status === 401 && !response.hasHeader('www-authenticate'))
    response.setHeader('www-authenticate', 'Bearer realm="Stint"');
  if (isRpc(response.req.url ?? '')) answerJson(response, status, { error: jsonOf(problem) });
  else answerJson(response, status, detailsOf(problem, status), PROBLEM_JSON);
}

const isRpc = (url: string): boolean => /^\/rpc(\/|\?|$)/.test(url);
