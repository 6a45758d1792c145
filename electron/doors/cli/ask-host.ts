import type { IncomingMessage } from 'node:http';
import type { HostRecord } from '../../host/host-record.ts';
import { Problem } from '#shared/values/problem.ts';
import { requestHost } from '../host-request.ts';
import { problemOf } from '../problem-of.ts';

/** The header in which a host tells its version; spelled here too, so that asking loads no server. */
const VERSION_HEADER = 'x-stint-version';

/** The header by which an agent says that it asks by itself. */
export const BY_AGENT_HEADER = 'x-stint-by-agent';

interface Asked {
  readonly home: string;
  readonly operation: readonly string[];
  readonly input: unknown;
  readonly byAgent?: boolean;
}

/** Errors that mean: nobody listens there (any more). */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EPIPE']);

/**
 * Asks the host that serves the data folder.
 * @param meanwhile called when the question is on its way.
 * @returns null when nobody listens at the recorded address: a leftover of a crash.
 * @throws Problem as the operation answers; `failed` when the host went away half way.
 */
export async function askRunningHost(
  record: HostRecord,
  question: Asked,
  meanwhile?: () => void,
): Promise<{ output: unknown; version: string | null } | null> {
  const response = await post(record.socket, question, meanwhile).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && NOBODY.has(String(error.code))) return null;
    throw new Problem(
      'failed',
      'The running Stint did not answer; whether it did what you asked is not known.',
      'Look with `stint day`, then ask again.',
      error,
    );
  });
  if (response === null) return null;
  const version = response.headers[VERSION_HEADER];
  const told = await readAnswer(response, record);
  const failed = (response.statusCode ?? 500) >= 400;
  if (failed) throw problemOf(errorOf(told));
  return { output: await outputOf(told), version: typeof version === 'string' ? version : null };
}

function post(socket: string, question: Asked, meanwhile?: () => void): Promise<IncomingMessage> {
  const { home, operation, input, byAgent } = question;
  const body = JSON.stringify({ json: input });
  const headers: Record<string, string> = byAgent === true ? { [BY_AGENT_HEADER]: '1' } : {};
  return new Promise((resolve, reject) => {
    const sent = requestHost({ socket }, home, { operation: operation.join('/'), body, headers }, resolve);
    sent.on('error', reject);
    sent.end(body, meanwhile);
  });
}

async function readAnswer(response: IncomingMessage, record: HostRecord): Promise<object> {
  const parts: Buffer[] = [];
  try {
    for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
    const told: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof told === 'object' && told !== null) return told;
  } catch (cause) {
    throw new Problem(
      'failed',
      'The running Stint broke off its answer.',
      'Look with `stint day`, then ask again.',
      cause,
    );
  }
  throw new Problem(
    'failed',
    'The running Stint gave an answer nobody can read.',
    `It is version ${record.version}; restart it.`,
  );
}

/** The RPC wire form marks what JSON cannot say; only then its decoder is needed. */
async function outputOf(told: object): Promise<unknown> {
  const json: unknown = Reflect.get(told, 'json');
  const meta: unknown = Reflect.get(told, 'meta');
  if (!Array.isArray(meta) || meta.length === 0) return json;
  const { StandardRPCJsonSerializer } = await import('@orpc/client/standard');
  return new StandardRPCJsonSerializer().deserialize(json, meta as never);
}

/** Errors of operations come in the RPC form, those of the door in ours. */
function errorOf(told: object): unknown {
  const own: unknown = Reflect.get(told, 'error');
  if (typeof own === 'object' && own !== null) {
    const [code, message, remedy]: unknown[] = ['code', 'message', 'remedy'].map(
      (key) => Reflect.get(own, key) as unknown,
    );
    return { defined: true, code, message, data: { remedy } };
  }
  return Reflect.get(told, 'json');
}
