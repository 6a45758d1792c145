import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { readJsonBody } from '../request-body.ts';

/** Where Claude Code's hooks of type `http` post what happens. */
export const HOOK_PATH = '/hooks/claude';

/** What a tool read comes along, and is thrown away. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Keeps what happened, for whoever reads it. */
export type HearHook = (event: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * Hears one event of a hook. Answers 204, for any word in an answer would reach the agent (contract "http hooks"); what
 * is not understood is thrown away, for the agent can do nothing about it.
 * @throws Problem `not-found` for anything but POST, `usage` for a body that is no JSON or too long.
 */
export async function hearHook(
  hear: HearHook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST')
    throw new Problem(
      'not-found',
      said`Hooks are heard with POST.`,
      said`Send what Claude Code sends, as JSON.`,
    );
  const event = await readJsonBody(request, MOST_BYTES);
  if (typeof event === 'object' && event !== null && !Array.isArray(event))
    await hear(event as Readonly<Record<string, unknown>>);
  response.writeHead(204, { 'cache-control': 'no-store' });
  response.end();
}
