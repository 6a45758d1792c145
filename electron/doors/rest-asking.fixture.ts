import { Agent, request } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { buildRouter } from '../host/router.ts';
import { openCore } from './core.ts';
import type { HttpDoor } from './http-door.ts';
import { openHttpDoor } from './http-door.ts';
import { NO_EDITORS } from './no-editors.fixture.ts';

// Asks the REST door as the document says that it serves, and as it does not, over real HTTP.

export type Json = Record<string, unknown>;

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>;
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<Record<string, Answer & { readonly $ref?: string }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Answer>>;
    readonly schemas: Readonly<Record<string, Json>>;
  };
}

/** One operation of the document. */
export interface Endpoint extends Operation {
  /** `get /sessions/{id}` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What may be sent as its body. */
  readonly body: Json;
}

export interface Told {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

export interface Sent {
  readonly token?: string | null;
  readonly host?: string;
  /** Text goes as it is. */
  readonly body?: unknown;
}

/** The REST door over a world in memory, with every operation there is. */
export interface RestDoor {
  readonly endpoints: readonly Endpoint[];
  /** Names of what was logged as a bug. */
  readonly logged: readonly string[];
  send(method: string, path: string, sent?: Sent): Promise<Told>;
  /** Fills in the values, and holds the answer to what the document says of it. */
  ask(endpoint: Endpoint, values: Json, body: unknown): Promise<Told>;
  close(): Promise<void>;
}

const TOKEN = 'the-token-of-the-folder';

export async function openRest(world: MemoryWorld): Promise<RestDoor> {
  const logged: string[] = [];
  const log = { ...world.log, error: (event: string) => void logged.push(event) };
  let elapsed = 0;
  const door: HttpDoor = await openHttpDoor({
    core: openCore(buildRouter(world), { log, signOfLife: () => undefined }),
    token: TOKEN,
    // A second between any two requests, so that none comes too soon.
    clock: { now: () => world.clock.now(), monotonicMs: () => (elapsed += 1000) },
    port: 0,
    windowFolder: import.meta.dirname,
    hear: async () => undefined,
    editors: NO_EDITORS,
    dashboards: { open: async () => null, failed: () => undefined },
    mcp: async () => ({}),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send = (method: string, path: string, sent: Sent = {}): Promise<Told> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(door.url);
      const { token = TOKEN, host, body } = sent;
      const text = typeof body === 'string' || body === undefined ? (body ?? '') : JSON.stringify(body);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(host === undefined ? {} : { host }),
      };
      const to = {
        host: '127.0.0.1',
        port,
        path: `/api${path}`,
        method: method.toUpperCase(),
        agent,
        headers,
      };
      const asked = request(to, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            mediaType: (response.headers['content-type'] ?? '').split(';', 1)[0]!,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(text);
    });

  const document = JSON.parse((await send('get', '/openapi.json')).text) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const problem = ajv.compile(document.components.schemas['Problem']!);
  const endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      name: `${method} ${path}`,
      method,
      path,
      body: operation.requestBody?.content['application/json']?.schema ?? { type: 'object' },
    })),
  );
  return {
    endpoints,
    logged,
    send,
    async ask(endpoint, values, body) {
      const told = await send(
        endpoint.method,
        filledIn(endpoint, values),
        endpoint.method === 'get' ? {} : { body },
      );
      const answer = endpoint.responses[String(told.status)];
      const said =
        answer?.$ref === undefined ? answer : document.components.responses[answer.$ref.split('/').at(-1)!];
      const schema = said?.content?.[told.mediaType]?.schema;
      expect(schema, `${told.status} ${told.mediaType} is not in the document: ${told.text}`).toBeDefined();
      const check = told.status < 400 ? ajv.compile(schema!) : problem;
      expect(
        check(JSON.parse(told.text)),
        `${JSON.stringify(check.errors?.slice(0, 2))} ${told.text.slice(0, 1000)}`,
      ).toBe(true);
      return told;
    },
    async close() {
      agent.destroy();
      await door.close();
    },
  };
}

/** The address of an operation with these values. */
function filledIn({ path, parameters = [] }: Endpoint, values: Json): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(values[name] ?? 'current')),
  );
  const query = parameters
    .filter((one) => one.in === 'query' && values[one.name] !== undefined)
    .flatMap(({ name }) => inQuery(name, values[name]))
    .join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Lists as `deepObject` has them: `paths[0]=…&paths[1]=…`. */
const inQuery = (name: string, value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one, index) => inQuery(`${name}[${index}]`, one))
    : [`${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`];
