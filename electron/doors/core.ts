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
import type { Description } from './describe.ts';
import { HttpRefusal } from './http-refusal.ts';
import { problemOf } from './problem-of.ts';
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
    // The library knows one media type for all it answers: problems leave by our own hand, below.
    customErrorResponseBodyEncoder: (error) => {
      throw problemOf(error);
    },
  });
  const rpc = new RPCHandler(router, { clientInterceptors: [watched(watch)] });
  let description: Promise<Description> | null = null;
  const described = (): Promise<Description> =>
    (description ??= import('./describe.ts').then((room) => room.describe(router)));

  return async (request, response) => {
    try {
      response.setHeader(VERSION_HEADER, programVersion());
      const path = new URL(request.url ?? '/', 'http://stint').pathname;
      const isRpc = path.startsWith('/rpc/');
      const method = request.method ?? 'GET';
      // What answers GET answers HEAD: Node leaves out the body.
      if (method === 'HEAD' && !isRpc) request.method = 'GET';
      if (path === DESCRIPTION_PATH && request.method === 'GET')
        return answerJson(response, 200, await described());
      await takeBody(request, isRpc);
      response.setHeader('cache-control', 'no-store');
      const context = { byAgent: request.headers[BY_AGENT_HEADER] === '1' };
      const { matched } = isRpc
        ? await rpc.handle(request, response, { prefix: '/rpc', context })
        : await rest.handle(request, response, { prefix: '/api', context });
      if (!matched) throw await nothingThere(path, method, described);
    } catch (error) {
      answerProblem(response, error);
    }
  };
}

/** Where the description of REST lies. */
const DESCRIPTION_PATH = '/api/openapi.json';

/** No operation is there; or one is, but by another method. */
async function nothingThere(
  path: string,
  method: string,
  described: () => Promise<Description>,
): Promise<Problem> {
  const allowed = await allowedAt(path, described);
  if (allowed.length === 0)
    return new Problem(
      'not-found',
      said`There is no operation at ${path}.`,
      said`See /api/openapi.json for all of them.`,
    );
  const allow = allowed.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])).join(', ');
  return new HttpRefusal(
    405,
    'usage',
    said`The operation at ${path} is not asked for with ${method}. Nothing was changed.`,
    said`Use ${allow}.`,
    { allow },
  );
}

async function allowedAt(path: string, described: () => Promise<Description>): Promise<readonly string[]> {
  if (path === DESCRIPTION_PATH) return ['GET'];
  if (!path.startsWith('/api/')) return [];
  const { methodsAt } = await import('./describe.ts');
  return methodsAt(await described(), path.slice('/api'.length));
}

/** Reads the body here, with our limit and our words; the handlers find it on the request. */
async function takeBody(request: IncomingMessage & { body?: unknown }, isRpc: boolean): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  // An operation without input is called without a body; its schema still wants an object.
  request.body = (await readJsonBody(request)) ?? (isRpc ? { json: {} } : {});
}
