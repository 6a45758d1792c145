import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { programVersion } from '../host/program.ts';
import { answerJson, answerProblem } from './answer.ts';
import type { CallWatch } from './call.ts';
import { watched } from './call.ts';
import { BY_AGENT_HEADER } from './cli/ask-host.ts';
import { jsonOf, problemOf } from './problem-of.ts';
import { readJsonBody } from './request-body.ts';

/** Answers requests that a door has let in: REST at `/api`, RPC at `/rpc`. Who may come in is the door's business. */
export type Core = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The header in which a host tells its version to the CLI. */
export const VERSION_HEADER = 'x-stint-version';

/** Makes the one server that stands behind the local socket and behind the HTTP door. */
export function openCore(router: AnyRouter, watch: CallWatch): Core {
  // Each handler gets a list of its own: they add to it.
  const rest = new OpenAPIHandler(router, {
    clientInterceptors: [watched(watch)],
    customErrorResponseBodyEncoder: (error) => ({ error: jsonOf(problemOf(error)) }),
  });
  const rpc = new RPCHandler(router, { clientInterceptors: [watched(watch)] });
  let description: Promise<unknown> | null = null;

  return async (request, response) => {
    try {
      response.setHeader(VERSION_HEADER, programVersion());
      const path = new URL(request.url ?? '/', 'http://stint').pathname;
      if (path === '/api/openapi.json') {
        description ??= import('./describe.ts').then((room) => room.describe(router));
        answerJson(response, 200, await description);
        return;
      }
      const isRpc = path.startsWith('/rpc/');
      await takeBody(request, isRpc);
      response.setHeader('cache-control', 'no-store');
      const context = { byAgent: request.headers[BY_AGENT_HEADER] === '1' };
      const { matched } = isRpc
        ? await rpc.handle(request, response, { prefix: '/rpc', context })
        : await rest.handle(request, response, { prefix: '/api', context });
      if (!matched)
        throw new Problem(
          'not-found',
          said`There is no operation at ${path}.`,
          said`See /api/openapi.json for all of them.`,
        );
    } catch (error) {
      answerProblem(response, error);
    }
  };
}

/** Reads the body here, with our limit and our words; the handlers find it on the request. */
async function takeBody(request: IncomingMessage & { body?: unknown }, isRpc: boolean): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  // An operation without input is called without a body; its schema still wants an object.
  request.body = (await readJsonBody(request)) ?? (isRpc ? { json: {} } : {});
}
