import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { buildRouter } from '../host/router.ts';
import { openCore } from './core.ts';
import { ensureToken } from './http/token.ts';
import type { HttpDoor } from './http-door.ts';
import { openHttpDoor } from './http-door.ts';

// Every operation of development sessions over real HTTP, asked as the OpenAPI document that the door serves says.

type Json = Record<string, unknown>;
interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Json }[];
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}
type Paths = Record<string, Record<string, Operation>>;

const home = mkdtempSync(join(tmpdir(), 'stint-rest-'));
const logged: string[] = [];
let world: MemoryWorld;
let door: HttpDoor;
let token: string;
let paths: Paths;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

beforeAll(async () => {
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  token = ensureToken(home);
  const log = { info: () => undefined, warn: () => undefined, error: (event: string) => logged.push(event) };
  const nobody = {
    hear: async () => undefined,
    editors: {
      key: () => '',
      hear: async () => [],
      statusBar: async () => ({}),
      countError: async () => undefined,
      failed: () => undefined,
    },
    dashboards: { open: async () => null, failed: () => undefined },
    mcp: async () => ({}),
  };
  const core = openCore(buildRouter(world), { log, signOfLife: () => undefined });
  door = await openHttpDoor({ core, token, clock: world.clock, port: 0, windowFolder: home, ...nobody });
  const document = (await (await call('GET', '/openapi.json')).json()) as { paths: Paths };
  paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith('/dev-sessions')),
  );
});
afterAll(async () => {
  await door.close();
  rmSync(home, { recursive: true });
});

const call = (method: string, path: string, body?: unknown, bearer = token): Promise<Response> =>
  fetch(`${door.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const send = async (method: string, path: string, body?: unknown): Promise<Json> => {
  const answer = await call(method, path, body);
  const json = (await answer.json()) as Json;
  expect(answer.status, JSON.stringify(json)).toBe(200);
  return json;
};

/** Values a schema allows, as far as the schemas of this contract go. */
function allowed(schema: Json): fc.Arbitrary<unknown> {
  const any = schema as {
    anyOf?: Json[];
    enum?: unknown[];
    const?: unknown;
    type?: string;
    items?: Json;
    properties?: Record<string, Json>;
    required?: string[];
    minimum?: number;
    maximum?: number;
    minLength?: number;
    maxLength?: number;
  };
  if (any.anyOf) return fc.oneof(...any.anyOf.map(allowed));
  if (any.enum) return fc.constantFrom(...any.enum);
  if ('const' in any) return fc.constant(any.const);
  switch (any.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: any.minimum ?? 0, max: Math.min(any.maximum ?? 1000, 1e9) });
    case 'number':
      return fc.double({ min: any.minimum ?? 0, max: any.maximum ?? 1000, noNaN: true });
    case 'array':
      return fc.array(allowed(any.items ?? {}), { maxLength: 4 });
    case 'object': {
      const fields = Object.entries(any.properties ?? {}).map(([name, one]) => [name, allowed(one)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: any.required ?? [] });
    }
    default:
      return fc.oneof(
        fc.string({ minLength: any.minLength ?? 0, maxLength: Math.min(any.maxLength ?? 40, 40) }),
        fc
          .constantFrom('today', '2026-02-10', 'TB-042', 'current', 'naïve „套接字“', 'claude-code:r1')
          .filter((text) => text.length >= (any.minLength ?? 0) && text.length <= (any.maxLength ?? 40)),
      );
  }
}

/** Anything at all, and what comes near the schema but is none. */
const broken = (schema: Json): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.anything({ withNullPrototype: false, maxDepth: 2 }).filter((value) => value !== undefined),
    fc
      .tuple(allowed(schema), fc.string(), fc.anything({ maxDepth: 1 }))
      .map(([value, key, other]) =>
        typeof value === 'object' && value !== null ? { ...value, [key]: other } : other,
      ),
    fc.constantFrom('{', '', '[]', '{"title":', '{"__proto__":{"a":1}}', '\u0000'),
  );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Asks, and holds the answer to what the document says of it. */
async function ask(
  path: string,
  method: string,
  operation: Operation,
  values: Json,
  body: unknown,
): Promise<void> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(values[name] ?? 'current')).replaceAll('.', '%2E'),
  );
  const query = (operation.parameters ?? [])
    .filter((one) => one.in === 'query' && values[one.name] !== undefined)
    .map((one) => `${one.name}=${encodeURIComponent(String(values[one.name]))}`)
    .join('&');
  const answer = await call(
    method.toUpperCase(),
    `${filled}${query === '' ? '' : `?${query}`}`,
    method === 'get' ? undefined : body,
  );
  const text = await answer.text();
  const told = operation.responses[String(answer.status)]?.content?.['application/json']?.schema;
  expect(answer.status, text).not.toBe(500);
  expect(told, `${answer.status} is not in the document: ${text}`).toBeDefined();
  const check = ajv.compile(told!);
  expect(check(JSON.parse(text)), `${JSON.stringify(check.errors?.slice(0, 2))} ${text}`).toBe(true);
}

const OPERATIONS = [
  'post /dev-sessions/start',
  'get /dev-sessions/active',
  'get /dev-sessions',
  'get /dev-sessions/stats',
  'get /dev-sessions/by-date-range',
  'get /dev-sessions/by-project/{project}',
  'get /dev-sessions/{id}',
  'patch /dev-sessions/{id}',
  'post /dev-sessions/{id}/pause',
  'post /dev-sessions/{id}/resume',
  'post /dev-sessions/{id}/complete',
  'post /dev-sessions/{id}/cancel',
  'post /dev-sessions/{id}/link-task',
  'post /dev-sessions/{id}/use',
  'get /dev-sessions/{id}/report',
  'post /dev-sessions/{id}/report/copy',
  'get /dev-sessions/{id}/costs',
];

it('has every endpoint of document 3, and no other than those it tells of', () => {
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(found.toSorted()).toEqual(OPERATIONS.toSorted());
});

describe('asked as its document says, and as it does not', () => {
  it.each(OPERATIONS)('%s answers as it promised', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const operation = paths[path]![method]!;
    const { id } = await send('POST', '/dev-sessions/start', { title: 'TB-042 conference workflow' });
    const ids = fc.constantFrom(String(id), String(id).slice(-8), 'current', 'ffffffff');
    const parameters = fc.record(
      Object.fromEntries(
        (operation.parameters ?? []).map((one) => [one.name, one.name === 'id' ? ids : allowed(one.schema)]),
      ),
      { requiredKeys: (operation.parameters ?? []).filter((one) => one.required).map((one) => one.name) },
    );
    const schema = operation.requestBody?.content['application/json']?.schema ?? { type: 'object' };
    const wrong = fc.record(
      Object.fromEntries(
        (operation.parameters ?? []).map((one) => [
          one.name,
          fc
            .oneof(fc.string({ maxLength: 60 }), fc.constantFrom('-1', '1e99', '..', '%00', 'null'))
            .filter((text) => text !== '' && !/^\.{1,2}$/.test(text) && !text.includes('/')),
        ]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(parameters, allowed(schema), (values, body) =>
        ask(path, method, operation, values, body),
      ),
      { numRuns: 12 },
    );
    await fc.assert(
      fc.asyncProperty(wrong, broken(schema), (values, body) => ask(path, method, operation, values, body)),
      { numRuns: 12 },
    );
    expect(logged).toEqual([]);
  });

  it('says what is wrong in words, and changes nothing', async () => {
    const before = await world.stores.devSessions.page('max', {}, 1000, null);
    const answer = await call('POST', '/dev-sessions/start', { title: '' });
    expect([answer.status, ((await answer.json()) as { error: Json }).error]).toMatchObject([
      400,
      { code: 'usage', message: expect.stringContaining('title') as string },
    ]);
    expect(await world.stores.devSessions.page('max', {}, 1000, null)).toEqual(before);
  });

  it('lets nobody in who has no token', async () => {
    expect((await call('GET', '/dev-sessions/active', undefined, 'x'.repeat(64))).status).toBe(401);
  });
});

it('tells a session from start to report', async () => {
  const { id, status } = await send('POST', '/dev-sessions/start', { title: 'APP-9 story', type: 'bugfix' });
  expect(status).toBe('active');
  const one = `/dev-sessions/${String(id)}`;
  await send('POST', `${one}/pause`);
  expect(await send('POST', `${one}/resume`)).toMatchObject({ status: 'active' });
  await send('PATCH', one, { summary: 'Fixed', complexity: 'complex', nextSteps: ['Tell people'] });
  await send('POST', `${one}/link-task`, { ticket: 'APP-9', relationship: 'completed' });
  await send('POST', `${one}/use`, { model: 'gpt-4o', input: 1_000_000, images: 4 });
  expect(await send('GET', `${one}/costs`)).toMatchObject({ live: true, total: { units: 42_000, usd: 42 } });
  expect(await send('POST', `${one}/complete`)).toMatchObject({ status: 'completed', costUnits: 42_000 });
  expect(await send('GET', `${one}/report`)).toMatchObject({
    markdown: expect.stringContaining('- **APP-9**') as string,
  });
  expect(await send('GET', '/dev-sessions/by-project/APP')).toMatchObject({ sessions: [{ id }], next: null });
  expect(await send('GET', '/dev-sessions/by-date-range?from=2026-02-10&to=today&limit=1')).toMatchObject({
    sessions: [{ id }],
  });
  expect(await send('GET', '/dev-sessions/stats?project=APP')).toMatchObject({
    totals: { sessions: 1, costUnits: 42_000 },
    byType: [{ type: 'bugfix', sessions: 1 }],
  });
});
