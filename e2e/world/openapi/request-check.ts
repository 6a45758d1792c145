// Looks at requests with the eyes of an OpenAPI 3.1 document. Stricter than a server: what the document does not name is
// a fault, in the address, the headers and the body alike. Why not Prism: docs/decisions.
import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FakeRequest } from '../providers/fake-provider.ts';

const schema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const reference = z.strictObject({ $ref: z.string() });
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema,
});
const parameters = z.array(z.union([reference, parameter])).default([]);
const operation = z.strictObject({
  parameters,
  requestBody: z
    .strictObject({ required: z.boolean(), content: z.record(z.string(), z.strictObject({ schema })) })
    .optional(),
});
const methods = {
  get: operation.optional(),
  post: operation.optional(),
  put: operation.optional(),
  patch: operation.optional(),
  delete: operation.optional(),
};
const METHODS = Object.keys(methods) as (keyof typeof methods)[];
const shape = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.object({}).loose(),
  servers: z.tuple([z.object({ url: z.url() })]),
  components: z.strictObject({
    parameters: z.record(z.string(), parameter).default({}),
    schemas: z.record(z.string(), schema).default({}),
  }),
  /** Headers that every operation may or must have. */
  'x-everywhere': parameters,
  paths: z.record(z.string(), z.strictObject({ parameters, ...methods })),
});

type Parameter = z.infer<typeof parameter> & { readonly fits: ValidateFunction };

interface Operation {
  /** `GET /users/me`. */
  readonly name: string;
  readonly pattern: RegExp;
  /** Names of the places in the path, in order. */
  readonly places: readonly string[];
  readonly parameters: readonly Parameter[];
  /** By content type; null: a request without a body. */
  readonly body: ReadonlyMap<string, ValidateFunction> | null;
}

export interface RequestCheck {
  /** What does not fit the document, in words; empty: all does. */
  faultsOf(request: FakeRequest): readonly string[];
  readonly operations: readonly string[];
  /** Operations that were asked for so far. */
  readonly used: ReadonlySet<string>;
}

/** @param file an OpenAPI 3.1 document beside this file. @throws when the document itself is not sound. */
export function requestCheck(file: string): RequestCheck {
  const document = shape.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default.default(ajv);
  ajv.addKeyword('components');
  const compile = (one: z.infer<typeof schema>): ValidateFunction =>
    ajv.compile(typeof one === 'boolean' ? one : { ...one, components: document.components });
  const resolve = (list: z.infer<typeof parameters>): Parameter[] =>
    list.map((one) => {
      const found =
        '$ref' in one
          ? document.components.parameters[one.$ref.replace('#/components/parameters/', '')]
          : one;
      if (!found) throw new Error(`${file}: there is nothing at ${JSON.stringify(one)}`);
      return { ...found, fits: compile(found.schema) };
    });

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const told = item[method];
      if (!told) return [];
      const content = Object.entries(told.requestBody?.content ?? {});
      return [
        {
          name: `${method.toUpperCase()} ${path}`,
          pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
          places: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
          parameters: resolve([...document['x-everywhere'], ...item.parameters, ...told.parameters]),
          body: told.requestBody ? new Map(content.map(([type, one]) => [type, compile(one.schema)])) : null,
        },
      ];
    }),
  );
  const used = new Set<string>();
  return {
    operations: operations.map(({ name }) => name),
    used,
    faultsOf(request) {
      const [path = '', query = ''] = request.target.split('?');
      const of = operations
        .filter(({ name, pattern }) => name.startsWith(`${request.method} `) && pattern.test(path))
        // A path without places comes before one that fits because of them.
        .toSorted((a, b) => a.places.length - b.places.length)[0];
      if (!of) return [`${request.method} ${path} is not in ${file}`];
      used.add(of.name);
      const faults = [
        ...placeFaults(of, path),
        ...queryFaults(of, query),
        ...headerFaults(of, request.headers),
        ...bodyFaults(of, request),
      ];
      return faults.map((fault) => `${of.name}: ${fault}`);
    },
  };
}

function placeFaults({ pattern, places, parameters }: Operation, path: string): string[] {
  const found = pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? [];
  return places.flatMap((name, at) => {
    const told = parameters.find((one) => one.in === 'path' && one.name === name);
    return told ? misfits(told, found[at]!) : [`the document does not say what {${name}} is`];
  });
}

function queryFaults({ parameters }: Operation, query: string): string[] {
  const given = new URLSearchParams(query);
  const names = [...given.keys()];
  const known = parameters.filter((one) => one.in === 'query');
  return [
    ...names
      .filter((name) => !known.some((one) => one.name === name))
      .map((name) => `there is no parameter ${name}`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is given twice`),
    ...missing(known, new Set(names)),
    ...known.flatMap((one) => given.getAll(one.name).flatMap((value) => misfits(one, value))),
  ];
}

function headerFaults({ parameters }: Operation, headers: FakeRequest['headers']): string[] {
  const known = parameters.filter((one) => one.in === 'header');
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return [
    ...Object.keys(given)
      .filter((name) => !known.some((one) => one.name === name))
      .map((name) => `there is no header ${name}`),
    ...missing(known, new Set(Object.keys(given))),
    ...known.flatMap((one) => (given[one.name] === undefined ? [] : misfits(one, given[one.name]!))),
  ];
}

function bodyFaults({ body }: Operation, request: FakeRequest): string[] {
  if (body === null) return request.body === '' ? [] : ['it takes no body'];
  const type = request.headers['content-type'] ?? 'none';
  const fits = body.get(type);
  if (!fits) return [`it takes no body of type ${type}`];
  try {
    return fits(JSON.parse(request.body)) ? [] : wordsOf(fits);
  } catch {
    return ['the body is not JSON'];
  }
}

const missing = (known: readonly Parameter[], given: ReadonlySet<string>): string[] =>
  known.filter((one) => one.required && !given.has(one.name)).map(({ name }) => `${name} is missing`);

/** Values of addresses and headers are texts; where the document wants a number or a truth, they are read as one. */
function misfits({ name, schema: wanted, fits }: Parameter, value: string): string[] {
  const type = typeof wanted === 'object' ? wanted['type'] : undefined;
  const isNumber = type === 'integer' && /^-?\d{1,15}$/.test(value);
  const read =
    type === 'boolean' && /^(true|false)$/.test(value) ? value === 'true' : isNumber ? Number(value) : value;
  return fits(read) ? [] : wordsOf(fits).map((words) => `${name}: ${words}`);
}

/** Where and why, never what: bodies hold what people wrote. */
const wordsOf = ({ errors }: ValidateFunction): string[] =>
  (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  );
