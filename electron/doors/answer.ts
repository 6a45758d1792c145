import type { ServerResponse } from 'node:http';
import { BodyTooLong } from './request-body.ts';
import { HTTP_STATUS, jsonOf, problemOf } from './problem-of.ts';

/** Answers with JSON that no cache keeps. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** Answers with the problem body of design §4: `{"error":{"code","message","remedy"}}`. */
export function answerProblem(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = problemOf(error);
  if (problem instanceof BodyTooLong) response.setHeader('connection', 'close');
  if (problem.code === 'unauthorised') response.setHeader('www-authenticate', 'Bearer realm="Stint"');
  answerJson(response, problem instanceof BodyTooLong ? 413 : HTTP_STATUS[problem.code], {
    error: jsonOf(problem),
  });
}
