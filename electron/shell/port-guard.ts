import type { MessagePortMainLike } from '@orpc/client/message-port';
import { z } from 'zod';
import type { World } from '#shared/ports/world.ts';
import { said } from '#shared/values/said.ts';

/**
 * What the RPC library puts on the wire (`@orpc/standard-server-peer`, `encodeRequestMessage`): a call, a part of a
 * stream the caller sends, or the end of a call. It trusts what arrives; a page that went wrong must not be able to
 * make the main process throw, so the envelope is checked here. What is inside is checked by the contract.
 */
const id = z.string().min(1).max(64);
const envelope = z.union([
  z.strictObject({
    i: id,
    t: z.literal(1).optional(),
    p: z.strictObject({
      u: z
        .string()
        .regex(/^\/[\w/.-]*(\?.*)?$/s)
        .max(100_000),
      b: z.unknown().optional(),
      // Streams that were cut resume after the last event they saw; no other header means anything on a port.
      h: z.strictObject({ 'last-event-id': z.string().max(200).optional() }).optional(),
      m: z.enum(['GET', 'POST']).optional(),
    }),
  }),
  z.strictObject({ i: id, t: z.literal(4), p: z.unknown().optional() }),
]);

const LONGEST_MESSAGE = 1_000_000;

/** A port that passes on only well-formed messages and answers the others with an error, never with silence. */
export function onlyWellFormed(
  port: MessagePortMainLike,
  log: Pick<World['log'], 'warn'>,
): MessagePortMainLike {
  return {
    // Nothing of the contract is transferred, and Electron refuses a list that is not there.
    postMessage: (data) => port.postMessage(data),
    on(event, callback) {
      if (event !== 'message') return port.on(event, callback);
      port.on(event, (message) => {
        const data: unknown = message?.data;
        const seen = read(data);
        if (seen.wellFormed) return callback({ data });
        log.warn('ipc.malformed', { known: seen.id !== null });
        port.postMessage(refusal(seen.id));
      });
    },
  };
}

function read(data: unknown): { wellFormed: true } | { wellFormed: false; id: string | null } {
  if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) return { wellFormed: false, id: null };
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return { wellFormed: false, id: null };
  }
  if (envelope.safeParse(value).success) return { wellFormed: true };
  const named = z.object({ i: id }).safeParse(value);
  return { wellFormed: false, id: named.success ? named.data.i : null };
}

/** An answer in the library's own form, so that a call that can be named fails with a typed error. */
function refusal(id: string | null): string {
  const error = {
    defined: true,
    code: 'USAGE',
    status: 400,
    message: said`The window sent something that is no call of Stint. Nothing was changed.`,
    data: { remedy: said`Close the window and open it again; if it happens again, run \`stint doctor\`.` },
  };
  return JSON.stringify({ i: id ?? '', t: 2, p: { s: 400, b: { json: error } } });
}
